/**
 * Two measures on the same outcomes, in doubles, with what doubles alone would lose by cancellation:
 * differences and complements are rounded once, from the exact numbers where those are known.
 */
export interface Pair {
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** p − q. */
  readonly difference: Float64Array;
  /** 1 − p and 1 − q. */
  readonly pComplement: Float64Array;
  readonly qComplement: Float64Array;
  /** Σ p − 1 and Σ q − 1: zero for probabilities. */
  readonly pExcess: number;
  readonly qExcess: number;
}

/** (Q, P) for (P, Q). */
export function swapped(pair: Pair): Pair {
  return {
    p: pair.q,
    q: pair.p,
    difference: pair.difference.map((difference) => -difference),
    pComplement: pair.qComplement,
    qComplement: pair.pComplement,
    pExcess: pair.qExcess,
    qExcess: pair.pExcess,
  };
}

/** ln x from x and 1 − x, right to a few ulps also near one. */
export function logarithm(x: number, complement: number): number {
  return x > 0.5 && x < 2 ? Math.log1p(-complement) : Math.log(x);
}

/** ln(p/q) of one outcome, right to a few ulps also where p ≈ q. */
export function logRatio(pair: Pair, i: number): number {
  const { p, q, difference, pComplement, qComplement } = pair;
  if (Math.abs(difference[i]) <= q[i] / 2) return q[i] === 0 ? Number.NaN : Math.log1p(difference[i] / q[i]);
  return logarithm(p[i], pComplement[i]) - logarithm(q[i], qComplement[i]);
}
