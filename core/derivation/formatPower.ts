import { formatNumber, formatShort, superscript } from './formatNumber';

/** Powers beyond these leave the doubles, or lose digits at their edge. */
const safeExponent = 290;

/**
 * 10 to a power for people, also where it is no double: `5.1 × 10⁻⁴`, `3.2 × 10⁻⁶⁰⁰`, 0 for −∞.
 * `digits` are significant ones; zeros at the end are left out where it is a double.
 */
export function formatPower(log10: number, digits: number): string {
  if (!Number.isFinite(log10) || Math.abs(log10) < safeExponent) return formatShort(10 ** log10, digits);
  const whole = Math.floor(log10);
  const mantissa = Number((10 ** (log10 - whole)).toPrecision(digits));
  const isTen = mantissa >= 10;
  return `${formatNumber(isTen ? 1 : mantissa, digits)} × 10${superscript(isTen ? whole + 1 : whole)}`;
}
