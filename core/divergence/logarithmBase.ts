import { parseRational } from '../exact/parseRational';
import type { Rational } from '../exact/rational';
import type { DistributionReading } from '../text/reading';

/** The base of the logarithms as it is written, exactly; null for e. */
export function exactBaseOf({ text, base, baseSpan }: DistributionReading): Rational | null {
  if (base === Math.E) return null;
  const written =
    baseSpan === undefined ? null : text.slice(baseSpan.offset, baseSpan.offset + baseSpan.length);
  return (written === null ? null : parseRational(written)) ?? parseRational(String(base));
}
