import type { Problem } from '../../problem';
import type { Distribution } from '../families/distribution';
import type { Family, Formula, ParameterValues } from '../families/family';
import type { MeasureSpec } from './measureSpec';
import type { Stretch } from './supports';

/** By the names that the command line prints. In nats where they are logarithmic. */
export type MeasureName =
  | 'entropyP'
  | 'entropyQ'
  | 'crossEntropyPQ'
  | 'crossEntropyQP'
  | 'klPQ'
  | 'klQP'
  | 'jensenShannon'
  | 'jeffreys'
  | 'totalVariation'
  | 'hellinger'
  | 'chiSquare'
  | 'renyi2';

/** Why a value is +∞: mass outside the other's support, or tails whose integral or sum diverges; all of them named. */
export type InfiniteReason =
  | { readonly kind: 'support'; readonly of: 'P' | 'Q'; readonly where: readonly Stretch[] }
  | { readonly kind: 'tail'; readonly at: readonly number[] };

/**
 * How a value was got. `support` and `tail` values are exact; `undecided` has the value NaN: the integral
 * met no tolerance and nothing is known of its convergence.
 */
export type Method =
  | 'closed-form'
  | 'quadrature'
  | 'series'
  | 'monte-carlo'
  | 'support'
  | 'tail'
  | 'undecided';

export interface MeasureValue {
  readonly value: number;
  readonly method: Method;
  /** Of a closed form. */
  readonly formula?: Formula;
  readonly source?: string;
  /**
   * A bound of the absolute error: of the tail for a series, an estimate for quadrature, rounding else; of a
   * Monte-Carlo estimate its standard error.
   */
  readonly error: number;
  /** Of a Monte-Carlo estimate: how many points were drawn, and from which seed. */
  readonly drawn?: { readonly samples: number; readonly seed: number };
  /** Of an infinite value; +∞ without a reason is finite in mathematics and above the greatest double. */
  readonly reason?: InfiniteReason;
}

export type MeasureValues = Readonly<Partial<Record<MeasureName, MeasureValue>>>;

/** A parameter by its proper name, whatever the text called it. */
export interface ResolvedMeasure {
  readonly spec: MeasureSpec;
  /** Null for a density that was written as an expression, and for a mixture. */
  readonly family: Family | null;
  readonly parameters: ParameterValues;
  readonly distribution: Distribution;
  /** ∫ of the density as written; exactly 1 for a family, the sum of the weights for a mixture of families. */
  readonly integral: number;
  /** Of a mixture, with the weights as written. */
  readonly components?: readonly { readonly weight: number; readonly measure: ResolvedMeasure }[];
}

/** Mass of P where Q has none (`direction` PQ), and the other way. */
export interface SupportFact {
  readonly direction: 'PQ' | 'QP';
  readonly where: readonly Stretch[];
}

export interface MeasureComparison {
  /** Null where the text gives no valid distribution; `problems` says why. */
  readonly p: ResolvedMeasure | null;
  readonly q: ResolvedMeasure | null;
  /** Of the densities as written. */
  readonly values: MeasureValues;
  /** Of the densities divided by their integrals; null where both integrate to one. */
  readonly normalised: MeasureValues | null;
  readonly supportFacts: readonly SupportFact[];
  readonly problems: readonly Problem[];
}
