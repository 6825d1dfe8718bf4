import { absolute, type Rational } from '../exact/rational';
import { roundQuotient } from '../exact/roundQuotient';
import { toNumber } from '../exact/toNumber';
import { decimalMark } from './decimalMark';

/** U+2212, which hangs and aligns as a digit does; source text and copies keep the hyphen. */
const minus = '−';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Sizes from 10⁻⁴ to below 10⁶ stand without a power of ten. */
const smallestPlainExponent = -4;
const powerOfTenExponent = 6;

/**
 * A computed number for people: `digits` significant digits with trailing zeros kept (digits before
 * the point are never cut), U+2212 as minus, m × 10ⁿ below 10⁻⁴ and from 10⁶, `NaN` and `∞` by name.
 * The decimal mark is the one that `decimalMark` has.
 */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatNonFinite(value);
  if (value === 0) return '0';
  const { mantissa, exponent } = scientific(value, digits);
  if (exponent < smallestPlainExponent || exponent >= powerOfTenExponent) {
    return `${formatWritten(mantissa)} × 10${superscript(exponent)}`;
  }
  return formatWritten(value.toFixed(decimalsOf(exponent, digits)));
}

/** A fraction as `formatNumber` writes its double, also where it is too large or too small to have one. */
export function formatRational(value: Rational, digits: number): string {
  const nearest = toNumber(value);
  if (value.numerator === 0n || (nearest !== 0 && Number.isFinite(nearest))) {
    return formatNumber(nearest, digits);
  }
  const { numerator, denominator } = absolute(value);
  const [mantissa = '0', exponent = '0'] = roundQuotient(numerator, denominator, digits).split('e');
  const sign = value.numerator < 0n ? minus : '';
  return `${sign}${formatWritten(mantissa)} × 10${superscript(Number(exponent))}`;
}

/** The same without zeros at the end of its decimals: `0.5`, `3 × 10⁻⁵`. */
export function formatShort(value: number, digits: number): string {
  return formatNumber(value, digits)
    .replace(/([.,]\d*?)0+(?=$| )/u, '$1')
    .replace(/[.,](?=$| )/u, '');
}

/** A number as it is written in the text (`0.1`, `9/25`, `1e-3`), with U+2212 for its hyphens. */
export function formatWritten(text: string): string {
  const hung = text.replaceAll('-', minus);
  return decimalMark() === '.' ? hung : hung.replace(/\.(?=\d)/g, decimalMark());
}

/** How many decimals a formatted number has. */
export function decimalsIn(text: string): number {
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
}

/** Formatted numbers in a row: `1.5, 2`, and where the comma is their decimal mark `1,5 ; 2`. */
export function listNumbers(texts: readonly string[]): string {
  return texts.join(decimalMark() === ',' ? '\u202f; ' : ', ');
}

/**
 * Computed numbers of one column or matrix: all share the decimals that the largest has with
 * `digits` significant digits, so that they align on the point. What would be nothing but zeros,
 * and everything where the largest needs a power of ten, stands as `formatNumber` writes it.
 */
export function alignDecimals(values: ArrayLike<number>, digits: number): string[] {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i] ?? 0);
    if (Number.isFinite(size) && size > largest) largest = size;
  }
  const { exponent } = scientific(largest, digits);
  const plain = exponent >= smallestPlainExponent && exponent < powerOfTenExponent;
  const decimals = decimalsOf(exponent, digits);
  return Array.from(values, (value) => {
    if (!plain || !Number.isFinite(value)) return formatNumber(value, digits);
    const text = value.toFixed(decimals);
    if (value !== 0 && Number(text) === 0) return formatNumber(value, digits);
    return formatWritten(value === 0 ? (0).toFixed(decimals) : text);
  });
}

/** Digits that a sum may show beyond those asked for, so that it aligns with its terms. */
const mostExtraDigits = 3;

/**
 * Terms and the totals beside them, in that order: all share the decimals that the largest term has
 * with `digits` significant digits, so that a reader can add the terms up by eye.
 */
export function alignWithTerms(
  terms: readonly number[],
  totals: readonly number[],
  digits: number,
): { readonly terms: readonly string[]; readonly totals: readonly string[] } {
  const together = [...terms, ...totals];
  const leading = terms.length > 0 ? terms : totals;
  const extra = Math.max(0, exponentOfLargest(together) - exponentOfLargest(leading));
  const aligned = alignDecimals(together, digits + Math.min(mostExtraDigits, extra));
  return { terms: aligned.slice(0, terms.length), totals: aligned.slice(terms.length) };
}

function exponentOfLargest(values: readonly number[]): number {
  const largest = values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  return largest > 0 ? Math.floor(Math.log10(largest)) : 0;
}

/** A signed term, with a plus where it is positive. */
export function withSign(formatted: string): string {
  return formatted.startsWith(minus) || formatted === 'NaN' ? formatted : `+${formatted}`;
}

function scientific(value: number, digits: number): { mantissa: string; exponent: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(Math.max(0, digits - 1)).split('e');
  return { mantissa, exponent: Number(exponent) };
}

function decimalsOf(exponent: number, digits: number): number {
  return Math.max(0, digits - 1 - exponent);
}

/** An integer in raised digits. */
export function superscript(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)] ?? digit);
  return (exponent < 0 ? '⁻' : '') + digits.join('');
}

function formatNonFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : `${minus}∞`;
}
