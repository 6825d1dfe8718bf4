import { parseRational } from '../exact/parseRational';
import { toNumber } from '../exact/toNumber';

/** `4503599627370497.25` is an integer as a double, but not as it is written. */
const isInteger = /^\d+$/;

/**
 * The double nearest to the quotient of two decimals without signs, such as 0.5 and 3.
 * Integers up to 2^53 need no more than the division of IEEE 754; beyond exponents that anyone
 * writes, the quotient is that of the doubles.
 */
export function nearestQuotient(numeratorDigits: string, denominatorDigits: string): number {
  const numerator = Number(numeratorDigits);
  const denominator = Number(denominatorDigits);
  const areIntegers = isInteger.test(numeratorDigits) && isInteger.test(denominatorDigits);
  if (areIntegers && Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
    return numerator / denominator;
  }
  const exact = parseRational(`${numeratorDigits}/${denominatorDigits}`);
  return exact === null ? numerator / denominator : toNumber(exact);
}
