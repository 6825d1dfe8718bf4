import Decimal from 'decimal.js';

/** Decimals of 60 digits, of any size. */
export const Precise = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });

/** A finite double as it is, and not the shortest decimal that reads as it. */
export function exactly(x: number): Decimal {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(x)).buffer)[0];
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  const power = new Precise(2).pow(Math.max(1, exponent) - 1075);
  return new Precise(String(mantissa)).times(power).times(Math.sign(x));
}
