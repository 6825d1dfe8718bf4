import type { NumberText } from './box';
import type { NumberExpression } from './expression';
import { formatNumber, formatShort, formatWritten } from './formatNumber';

/** What sums and products of doubles lose at most before they print as the short decimal that was meant. */
const meantWithin = 4e-15;

/** `isRounded`: digits were cut, so that the sign before it is ≈. */
export interface PrintedNumber {
  readonly text: NumberText;
  readonly isRounded: boolean;
}

/**
 * A number as a person writes it: as it stands in the text, as a fraction where it is known exactly, a
 * short decimal as it is, and any other to `digits` significant digits.
 */
export function printedNumber({ value, exact, written }: NumberExpression, digits: number): PrintedNumber {
  if (written !== undefined) return { text: spelled(written.text.replaceAll(' ', '')), isRounded: false };
  if (exact !== undefined) {
    const { numerator, denominator } = exact;
    const isNegative = numerator < 0n;
    const size = String(isNegative ? -numerator : numerator);
    const text =
      denominator === 1n
        ? { isNegative, digits: size }
        : { isNegative, digits: size, denominator: String(denominator) };
    return { text, isRounded: false };
  }
  const short = Number(value.toPrecision(digits));
  const isMeant = Number.isFinite(value) && Math.abs(short - value) <= meantWithin * Math.abs(value);
  if (isMeant) return { text: spelled(formatShort(short, digits)), isRounded: false };
  return { text: spelled(formatNumber(value, digits)), isRounded: Number.isFinite(value) };
}

/** Digits of an exponent as `formatNumber` raises them. */
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function spelled(text: string): NumberText {
  const shown = formatWritten(text);
  const isNegative = shown.startsWith('−');
  const size = isNegative ? shown.slice(1) : shown;
  const [digits, power] = size.split(' × 10');
  if (power !== undefined) {
    const digitsOf = [...power].map((digit) => (digit === '⁻' ? '-' : raised.indexOf(digit))).join('');
    return { isNegative, digits, exponent: Number(digitsOf) };
  }
  const [mantissa, exponent] = size.split(/e/i);
  if (exponent !== undefined)
    return { isNegative, digits: mantissa, exponent: Number(exponent.replace('−', '-')) };
  const [numerator, denominator] = size.split('/');
  return denominator === undefined
    ? { isNegative, digits: numerator }
    : { isNegative, digits: numerator, denominator };
}
