/** h(t) = (1 + t) ln(1 + t) − t = Σ_{k≥2} (−t)ᵏ/(k (k − 1)), for t ≥ −1. */
export function excess(t: number): number {
  if (t === -1) return 1;
  if (Math.abs(t) > 0.25) return (1 + t) * Math.log1p(t) - t;
  let sum = 0;
  let power = t * t;
  for (let k = 2; k <= 26; k++) {
    sum += power / (k * (k - 1));
    power *= -t;
  }
  return sum;
}

/** Where p/q lies beyond these it may be rounded to a subnormal, or overflow. */
const [smallestRatio, largestRatio] = [1e-290, 1e290];

/**
 * p ln(p/q) − p + q ≥ 0 of two doubles that are not negative, right to a few ulps also where p ≈ q: there it is q h((p − q)/q).
 * q where p is 0; Infinity where q alone is; NaN where one is negative.
 */
export function relativeEntropyBracket(p: number, q: number): number {
  if (!(p >= 0 && q >= 0)) return Number.NaN;
  if (p === 0) return q;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const t = (p - q) / q;
  if (Math.abs(t) <= 0.5) return q * excess(t);
  const ratio = p / q;
  const isOrdinary = ratio > smallestRatio && ratio < largestRatio;
  const logarithm = isOrdinary ? Math.log(ratio) : Math.log(p) - Math.log(q);
  return p * logarithm - (p - q);
}
