import type { WireNumber } from '../wire';

/** The rows of a matrix as distributions, each against each. */
export interface PairwiseQuestion {
  readonly topic: 'pairwise';
}

export interface PairwiseAnswer {
  /** How many rows there are; so many of the first are compared. */
  readonly rows: number;
  readonly base: number;
  readonly sums: readonly string[];
  /** Whether each sums to one; the others were divided by their sums. */
  readonly areOne: readonly boolean[];
  readonly entropies: readonly WireNumber[];
  /** KL of row over column; NaN where one of the two is no distribution. */
  readonly kullbackLeibler: readonly (readonly WireNumber[])[];
  readonly jensenShannon: readonly (readonly WireNumber[])[];
}
