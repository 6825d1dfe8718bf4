import type { Fold } from './folds';

/** What is known of a pair beside its outcomes. */
export interface Totals {
  /** Σ p − 1 and Σ q − 1: zero for probabilities. */
  readonly pExcess: number;
  readonly qExcess: number;
  readonly outcomes: number;
}

/** A number that compares two measures on the same outcomes, or says how spread the first one is. */
export interface Measure {
  /** A similarity grows as P and Q come nearer; a spread is of P alone. */
  readonly role: 'difference' | 'similarity' | 'spread';
  /** True for those in nats, which another base of the logarithm divides by ln(base). */
  readonly isLogarithmic: boolean;
  /** Of probabilities p and q, in nats. */
  readonly latex: string;
  readonly plain: string;
  /** Where it is finite, in symbols; left out where it always is. */
  readonly domain?: string;
  readonly source: string;
  /** Exchanging P and Q changes nothing. */
  readonly isSymmetric: boolean;
  /** A distance between probabilities: symmetric, zero for equal ones alone, with the triangle inequality. */
  readonly isMetric: boolean;
  /** 0 ln 0 is 0; p > 0 where q = 0 gives Infinity where the formula does. */
  readonly folds: readonly Fold[];
  /** The measure from its folds, in their order; left out where it is the first of them. */
  combine?(folded: readonly number[], totals: Totals): number;
}

/** A measure for each value of one parameter. */
export interface ParametricMeasure {
  readonly parameter: {
    /** In formulas: α. */
    readonly symbol: string;
    readonly initial: number;
    /** In symbols. */
    readonly domain: string;
    accepts(value: number): boolean;
  };
  /** For a value that the parameter accepts. */
  of(value: number): Measure;
}
