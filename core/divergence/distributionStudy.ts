import type { LogPrimeSum } from '../exact/logPrimeSum';
import type { Problem } from '../problem';
import type { DistributionReading } from '../text/reading';
import type { DistributionPrecision } from './distributionPrecision';

/** Discrete measures by the names that the command line prints. Logarithmic ones in the unit of the reading's base. */
export interface Measures {
  readonly entropyP: number;
  readonly entropyQ?: number;
  readonly crossEntropyPQ?: number;
  readonly crossEntropyQP?: number;
  readonly klPQ?: number;
  readonly klQP?: number;
  readonly jensenShannon?: number;
  readonly jeffreys?: number;
  readonly totalVariation?: number;
  readonly hellinger?: number;
  readonly chiSquare?: number;
  readonly renyi2?: number;
}

export type ExactMeasure = 'klPQ' | 'klQP' | 'entropyP' | 'entropyQ' | 'crossEntropyPQ' | 'crossEntropyQP';

/** What each outcome adds to the sums: the rows of the table. */
export interface OutcomeTerms {
  /** ln(p/q) in the base. */
  readonly logRatio: Float64Array;
  /** p ln(p/q), 0 where p is 0. */
  readonly klPQ: Float64Array;
  /** q ln(q/p), 0 where q is 0. */
  readonly klQP: Float64Array;
}

export interface DistributionStudy {
  readonly kind: 'distribution';
  readonly reading: DistributionReading;
  /** The doubles that were used, after dividing out printed rounding. */
  readonly p: Float64Array;
  readonly q: Float64Array | null;
  readonly sums: { readonly p: string; readonly q: string | null };
  readonly totals: { readonly p: number; readonly q: number | null };
  readonly measures: Measures;
  /** The same measures after normalising; null where both already sum to one. */
  readonly normalised: Measures | null;
  readonly exact: Readonly<Partial<Record<ExactMeasure, LogPrimeSum>>>;
  /** Null for one distribution alone. */
  readonly terms: OutcomeTerms | null;
  /** What printed digits leave of KL; left out where nothing was rounded. */
  readonly precision?: DistributionPrecision;
  readonly problems: readonly Problem[];
}

export type { LogPrimeSum } from '../exact/logPrimeSum';
export type { Rational as ExactFraction } from '../exact/rational';
