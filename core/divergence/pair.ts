import type { Kernels } from '../kernels/kernels';

/**
 * Two measures on the same outcomes, in doubles, with what doubles alone would lose: differences,
 * logarithms and sums are rounded once, from the exact numbers where those are known.
 */
export interface Pair {
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** p − q. */
  readonly difference: Float64Array;
  /** ln p and ln q, −Infinity at zero. */
  readonly logP: Float64Array;
  readonly logQ: Float64Array;
  /** Σ p − 1 and Σ q − 1: zero for probabilities. */
  readonly pExcess: number;
  readonly qExcess: number;
  /** How many outcomes there are, and which of them is the first here: a pair may be a block of a longer one. */
  readonly outcomes: number;
  readonly first: number;
  /** What sums p and q where these doubles are all that is known of them; null where the rest knows more. */
  readonly kernels: Kernels | null;
}

/** (Q, P) for (P, Q). */
export function swapped(pair: Pair): Pair {
  const { p, q, difference, logP, logQ, pExcess, qExcess } = pair;
  return {
    ...pair,
    p: q,
    q: p,
    difference: difference.map((value) => -value),
    logP: logQ,
    logQ: logP,
    pExcess: qExcess,
    qExcess: pExcess,
  };
}

/** Below this a double may have lost digits, and a quotient by it too. */
const wellNormal = 1e-290;

/** ln(p/q) of one outcome, right to a few ulps also where p ≈ q; NaN where both are zero. */
export function logRatio({ p, q, difference, logP, logQ }: Pair, i: number): number {
  if (q[i] > wellNormal && Math.abs(difference[i]) <= q[i] / 2) return Math.log1p(difference[i] / q[i]);
  // Logarithms of small probabilities are large, and their difference would keep the rounding of both.
  if (p[i] > wellNormal && q[i] > wellNormal) return Math.log(p[i] / q[i]);
  return logP[i] - logQ[i];
}
