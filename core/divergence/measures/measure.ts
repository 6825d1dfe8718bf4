import type { Pair } from '../pair';

/** A number that compares two measures on the same outcomes, or says how spread the first one is. */
export interface Measure {
  /** True for those in nats, which another base of the logarithm divides by ln(base). */
  readonly isLogarithmic: boolean;
  readonly latex: string;
  readonly source: string;
  /**
   * What outcome i adds to the sum, in nats where logarithmic. 0 ln 0 is 0; p > 0 where q = 0 gives
   * Infinity where the formula does.
   */
  term(pair: Pair, i: number): number;
  /** The measure from the compensated sum of its terms; left out where it is the sum itself. */
  fromSum?(sum: number, pair: Pair): number;
}
