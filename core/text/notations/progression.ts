import { parseRational } from '../../exact/parseRational';
import { add, divide, multiply, type Rational, rational, subtract } from '../../exact/rational';
import { toNumber } from '../../exact/toNumber';

/** A short text must not become a long one. */
export const mostTerms = 10_000;

/**
 * Numbers at equal distances, each the nearest double to the exact one, so that 0:0.1:1 has 0.3 where
 * repeated rounding gives 0.30000000000000004. `from` and `step` as the text writes them, decimals or
 * fractions; null where they are none, or there would be none or too many numbers.
 */
export function progression(from: string, step: string, count: number): readonly number[] | null {
  const [first, difference] = [parseRational(from), parseRational(step)];
  return first === null || difference === null ? null : terms(first, difference, count);
}

/** `count` numbers from `from` to `to`, the last of them left out where `isOpen`. */
export function between(from: string, to: string, count: number, isOpen = false): readonly number[] | null {
  const [first, last] = [parseRational(from), parseRational(to)];
  if (first === null || last === null) return null;
  const gaps = isOpen ? count : count - 1;
  const difference =
    gaps < 1 ? rational(0n) : divide(subtract(last, first), rational(BigInt(Math.min(gaps, mostTerms))));
  return terms(first, difference, count);
}

function terms(first: Rational, difference: Rational, count: number): readonly number[] | null {
  if (!Number.isInteger(count) || count < 1 || count > mostTerms) return null;
  return Array.from({ length: count }, (_, index) =>
    toNumber(add(first, multiply(difference, rational(BigInt(index))))),
  );
}
