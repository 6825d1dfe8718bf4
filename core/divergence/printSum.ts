import { one, printRational, type Rational, subtract } from '../exact/rational';
import { toNumber } from '../exact/toNumber';

/** Longer exact texts are no use to a reader. */
const longest = 24;

/**
 * A sum of probabilities as exact text: `1`, `0.9` where the decimal ends, else `7/6`; where
 * that would be long, how far it is from one.
 */
export function printSum(sum: Rational): string {
  const decimal = terminating(sum);
  const text = decimal ?? printRational(sum);
  if (text.length <= longest) return text;
  const excess = toNumber(subtract(sum, one));
  return Math.abs(excess) < 1e-6
    ? `1 ${excess < 0 ? '\u2212' : '+'} ${Math.abs(excess)}`
    : String(toNumber(sum));
}

/** As a decimal, or null where it does not end soon. */
function terminating({ numerator, denominator }: Rational): string | null {
  for (let places = 0, scaled = numerator; places <= longest; places++, scaled *= 10n) {
    if (scaled % denominator !== 0n) continue;
    const digits = String(scaled / denominator).padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return null;
}
