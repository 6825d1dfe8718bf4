/**
 * numerator/denominator of positive integers to so many significant digits, half up, in the form of `toPrecision`,
 * whatever its size.
 */
export function roundQuotient(numerator: bigint, denominator: bigint, digits: number): string {
  let exponent = String(numerator).length - String(denominator).length;
  if (compareScaled(numerator, denominator, exponent) < 0) exponent--;
  const shift = digits - 1 - exponent;
  const [dividend, divisor] =
    shift >= 0
      ? [numerator * 10n ** BigInt(shift), denominator]
      : [numerator, denominator * 10n ** BigInt(-shift)];
  let rounded = String((2n * dividend + divisor) / (2n * divisor));
  if (rounded.length > digits) {
    rounded = rounded.slice(0, -1);
    exponent++;
  }
  return layOut(rounded, exponent);
}

/** The sign of numerator/denominator − 10^exponent. */
function compareScaled(numerator: bigint, denominator: bigint, exponent: number): number {
  const power = 10n ** BigInt(Math.abs(exponent));
  const [left, right] = exponent >= 0 ? [numerator, denominator * power] : [numerator * power, denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As `toPrecision` does: a plain decimal from 10⁻⁶ to the number of digits, else with an exponent. */
function layOut(digits: string, exponent: number): string {
  if (exponent < -6 || exponent >= digits.length) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1);
  return whole.length === digits.length ? whole : `${whole}.${digits.slice(exponent + 1)}`;
}
