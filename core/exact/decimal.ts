import { type Rational, rational } from './rational';

/** Beyond this an exponent makes integers of more digits than anyone wrote. */
const largestExponent = 5_000;

/** Sign, digits before and after the point, exponent. */
export const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

const shortWhole = /^\d{1,15}$/;

/** The number that a decimal denotes, exactly; null where the text is none, or its exponent is huge. */
export function parseDecimal(text: string): Rational | null {
  if (shortWhole.test(text)) return rational(BigInt(text));
  const match = decimal.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (whole.length + fraction.length === 0 || Math.abs(exponent) > largestExponent) return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const power = exponent - fraction.length;
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}
