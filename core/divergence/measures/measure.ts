import type { Pair } from '../pair';

/** A number that compares two measures on the same outcomes, or says how spread the first one is. */
export interface Measure {
  /** True for those in nats, which another base of the logarithm divides by ln(base). */
  readonly isLogarithmic: boolean;
  readonly latex: string;
  readonly source: string;
  /** In nats where logarithmic. 0 ln 0 is 0; p > 0 where q = 0 gives Infinity where the formula does. */
  value(pair: Pair): number;
}
