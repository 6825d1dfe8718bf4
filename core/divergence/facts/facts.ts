/** What one of the facts asks of the two distributions. */
export type HypothesisName =
  /** H(P) is finite, so that H(P, Q) − H(P) is not ∞ − ∞. */
  | 'entropy-finite'
  /** −ln is convex on (0, ∞): of every pair. */
  | 'convex'
  | 'p-sums-to-one'
  | 'q-sums-to-one'
  /** q = 0 ⇒ p = 0: q/p is positive wherever P has mass. */
  | 'absolutely-continuous'
  /** 0 < E[q/p] < ∞: a supporting line stands there. */
  | 'mean-inside';

export interface Hypothesis {
  readonly name: HypothesisName;
  /** Null where it is not decided. */
  readonly holds: boolean | null;
}

/** X = q/p at one outcome or place, and how much of P is there. */
export interface JensenPoint {
  /** The outcome, or the place on the line. */
  readonly at: number;
  readonly x: number;
  /** −ln x in the base. */
  readonly y: number;
  readonly weight: number;
}

/** The three facts of information theory about KL(P‖Q), on two distributions. In the unit of the base. */
export interface Facts {
  readonly base: number;
  /** KL(P‖Q) = H(P, Q) − H(P). */
  readonly identity: {
    readonly crossEntropy: number;
    readonly entropy: number;
    readonly divergence: number;
    readonly hypotheses: readonly Hypothesis[];
  };
  /** f(E X) ≤ E f(X) with f = −ln and X = q/p under P. */
  readonly jensen: {
    /** E X: the mass of Q where p > 0. */
    readonly mean: number;
    /** f(E X). */
    readonly ofMean: number;
    /** E f(X), which is KL(P‖Q). */
    readonly expectation: number;
    readonly hypotheses: readonly Hypothesis[];
    /** Whether X is constant where P has mass, so that both sides are equal. */
    readonly isEqual: boolean | null;
    /** Where X is drawn: outcomes, or places that share P evenly; empty where there is no axis. */
    readonly points: readonly JensenPoint[];
  };
  /** KL(P‖Q) ≥ 0. */
  readonly gibbs: {
    readonly divergence: number;
    readonly hypotheses: readonly Hypothesis[];
    /** Whether P = Q, and so KL = 0. */
    readonly isEqual: boolean | null;
  };
}

/** What the facts are made of. */
export interface Ingredients {
  readonly base: number;
  readonly entropy: number;
  readonly crossEntropy: number;
  readonly divergence: number;
  /** Errors of the three at most, beyond rounding. */
  readonly error: number;
  readonly mean: number;
  readonly pIsOne: boolean;
  readonly qIsOne: boolean;
  readonly isCovered: boolean | null;
  readonly isSame: boolean | null;
  readonly points: readonly JensenPoint[];
}

/** Differences below are rounding. */
const rounding = 64 * Number.EPSILON;

export function factsFrom(found: Ingredients): Facts {
  const { base, entropy, crossEntropy, divergence, mean, pIsOne, qIsOne, isCovered, isSame, points } = found;
  const unit = base === Math.E ? 1 : Math.log(base);
  const ofMean = -Math.log(mean) / unit;
  const gap = divergence - ofMean;
  const size = Math.max(1, Math.abs(divergence), Math.abs(ofMean));
  const sums: readonly Hypothesis[] = [
    { name: 'p-sums-to-one', holds: pIsOne },
    { name: 'q-sums-to-one', holds: qIsOne },
  ];
  return {
    base,
    identity: {
      crossEntropy,
      entropy,
      divergence,
      hypotheses: [
        { name: 'entropy-finite', holds: Number.isNaN(entropy) ? null : Number.isFinite(entropy) },
      ],
    },
    jensen: {
      mean,
      ofMean: ofMean === 0 ? 0 : ofMean,
      expectation: divergence,
      hypotheses: [
        { name: 'convex', holds: true },
        { name: 'p-sums-to-one', holds: pIsOne },
        { name: 'absolutely-continuous', holds: isCovered },
        { name: 'mean-inside', holds: Number.isNaN(mean) ? null : mean > 0 && Number.isFinite(mean) },
      ],
      isEqual: Number.isNaN(gap) ? null : Number.isFinite(gap) && gap <= found.error + rounding * size,
      points,
    },
    gibbs: { divergence, hypotheses: sums, isEqual: isSame },
  };
}
