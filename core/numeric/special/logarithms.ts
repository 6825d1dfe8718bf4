/** x ln y, and 0 where x is 0: the limit that entropies take. */
export function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}

/** x ln(1 + y), and 0 where x is 0. */
export function xLog1p(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log1p(y);
}

/** ln(1 + eˣ), the softplus, without overflow. */
export function logOnePlusExp(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** x − ln(1 + x) for x > −1, never negative, without cancellation near 0. */
export function excessOverLog1p(x: number): number {
  if (Math.abs(x) > 0.1) return x - Math.log1p(x);
  const r = x / (2 + x);
  const square = r * r;
  let power = r;
  let sum = 0;
  for (let n = 3; n < 30; n += 2) {
    power *= square;
    sum += power / n;
  }
  return r * x - 2 * sum;
}

/** x ln(x/mean) + mean − x for x, mean > 0, never negative, without cancellation where they are near (Loader 2000). */
export function deviance(x: number, mean: number): number {
  return mean < x / 4 ? x * Math.log(x / mean) + mean - x : x * excessOverLog1p((mean - x) / x);
}

/** r − 1 − ln r of the ratio r = a/b of two positive numbers, never negative, without cancellation where a ≈ b. */
export function excessOfRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 0.5 && ratio < 2 ? excessOverLog1p((a - b) / b) : ratio - 1 - Math.log(ratio);
}

/** ln(sinh(z)/z), even, 0 at 0: the logarithm of the mean of e^{zt} over t in [−1, 1]. */
export function logSinhc(z: number): number {
  const size = Math.abs(z);
  if (size > 0.5) return size + Math.log(-Math.expm1(-2 * size)) - Math.log(2 * size);
  const square = size * size;
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 9; k++) {
    term *= square / (2 * k * (2 * k + 1));
    sum += term;
  }
  return Math.log1p(sum);
}

/** coth(z) − 1/z, odd: the derivative of `logSinhc` (Langevin's function). */
export function langevin(z: number): number {
  if (Math.abs(z) > 0.5) return 1 / Math.tanh(z) - 1 / z;
  const square = z * z;
  let hyperbolic = 1;
  let numerator = 0;
  let denominator = 1;
  for (let k = 1; k < 10; k++) {
    hyperbolic *= square / (2 * k * (2 * k + 1));
    numerator += hyperbolic * 2 * k;
    denominator += hyperbolic;
  }
  return z === 0 ? 0 : numerator / (z * denominator);
}

/** eˣ − 1 − x, never negative, without cancellation near 0. */
export function excessOfExp(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x;
  let term = x;
  let sum = 0;
  for (let n = 2; n < 20; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}
