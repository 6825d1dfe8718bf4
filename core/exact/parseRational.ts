import { divide, type Rational, rational } from './rational';

/** Beyond this an exponent makes integers of more digits than anyone wrote. */
const largestExponent = 5_000;

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * The number that a text denotes, exactly: `9/25`, `0.1`, `.5`, `1e-3`, `-7/10`, with a hyphen or
 * U+2212. Null where the text is no such number, its denominator is zero, or its exponent is huge.
 */
export function parseRational(text: string): Rational | null {
  const parts = text.replaceAll('\u2212', '-').split('/');
  if (parts.length > 2) return null;
  const [numerator, denominator] = parts.map((part) => parseDecimal(part.trim()));
  if (numerator === null || parts.length === 1) return numerator;
  return denominator === null || denominator.numerator === 0n ? null : divide(numerator, denominator);
}

function parseDecimal(text: string): Rational | null {
  const match = decimal.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (whole.length + fraction.length === 0 || Math.abs(exponent) > largestExponent) return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const power = exponent - fraction.length;
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}

/**
 * How many decimal places a decimal was written with: 2 for `0.25`, 3 for `1e-3`, 0 for `25`.
 * Null for a fraction, which is written exactly.
 */
export function decimalPlaces(text: string): number | null {
  const match = decimal.exec(text.replaceAll('\u2212', '-').trim());
  if (match === null) return null;
  const [, , , fraction = '', exponent = '0'] = match;
  return Math.max(0, fraction.length - Number(exponent));
}
