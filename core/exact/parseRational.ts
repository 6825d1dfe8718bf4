import { divide, type Rational, rational } from './rational';
import { plainSpelling } from './spellings';

/** Beyond this an exponent makes integers of more digits than anyone wrote. */
const largestExponent = 5_000;

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * The number that a text denotes, exactly: `9/25`, `0.1`, `.5`, `1e-3`, `-7/10`, `3//4`, with a hyphen
 * or U+2212, or as any language of `plainSpelling` writes it. Null where the text is no such number,
 * its denominator is zero, or its exponent is huge.
 */
export function parseRational(text: string): Rational | null {
  const quotient = text.replaceAll('\u2212', '-');
  const parts = quotient.split(/\s*\/\/?\s*/);
  if (parts.length > 2) return null;
  const [numerator = null, denominator] = parts.map((part) => parsePart(part.trim()));
  if (numerator === null || parts.length === 1) return numerator;
  return denominator === null || denominator.numerator === 0n ? null : divide(numerator, denominator);
}

/** A decimal, or what a spelling brings to one or to a quotient of two. */
function parsePart(text: string): Rational | null {
  const read = parseDecimal(text);
  if (read !== null || text === '' || decimal.test(text)) return read;
  const plain = plainSpelling(text);
  if (plain === null) return null;
  const [numerator = '', denominator] = plain.split('/');
  const whole = parseDecimal(numerator);
  if (whole === null || denominator === undefined) return whole;
  const part = parseDecimal(denominator);
  return part === null || part.numerator === 0n ? null : divide(whole, part);
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
  const written = text.replaceAll('\u2212', '-').trim();
  const match = decimal.exec(written) ?? decimal.exec(plainSpelling(written) ?? '/');
  if (match === null) return null;
  const [, , , fraction = '', exponent = '0'] = match;
  return Math.max(0, fraction.length - Number(exponent));
}
