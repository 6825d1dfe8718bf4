const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/**
 * a b + c of float32, rounded once, as one instruction does. The product is whole in a double; the sum is rounded to odd
 * there (S. Boldo and G. Melquiond, "Emulation of FMA and correctly rounded sums", 2008), so that the second rounding
 * sees on which side it was.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  if (!Number.isFinite(sum)) return Math.fround(sum);
  const ofC = sum - product;
  const lost = product - (sum - ofC) + (c - ofC);
  if (lost === 0) return Math.fround(sum);
  double[0] = sum;
  if ((bits[0] & 1n) === 0n) bits[0] += lost > 0 === sum > 0 ? 1n : -1n;
  return Math.fround(double[0]);
}
