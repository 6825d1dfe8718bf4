/** The index of the largest entry; of the first NaN where there is one; 0 for no entries. */
export function largestIndex(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) return i;
    if (values[i] > values[best]) best = i;
  }
  return best;
}

/** ln Σ exp(xᵢ) in two parts: the largest x, and ln of the sum of the powers of the rest relative to it. */
export interface LogSumExp {
  readonly index: number;
  readonly largest: number;
  /** Σ_{i≠index} exp(xᵢ − largest). */
  readonly rest: number;
  /** ln(1 + rest) ≥ 0, right to a few ulps also where it is tiny. */
  readonly excess: number;
}

/** Kept in two parts because their sum loses the second one in a saturated softmax. */
export function logSumExp(x: ArrayLike<number>): LogSumExp {
  const index = largestIndex(x);
  const largest = x[index];
  let rest = 0;
  for (let i = 0; i < x.length; i++) {
    if (i !== index) rest += Math.exp(x[i] - largest);
  }
  return { index, largest, rest, excess: Math.log1p(rest) };
}
