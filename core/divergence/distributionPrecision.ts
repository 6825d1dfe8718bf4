import type { Bounds } from '../numeric/interval';

/** What the printed digits of probabilities leave of KL. */
export interface DistributionPrecision {
  /** The largest half unit of a probability. */
  readonly halfUnit: number;
  /** How many probabilities may have more digits than are written. */
  readonly count: number;
  /** KL(P‖Q) lies here, in the unit of the reading's base, by interval arithmetic rounded outwards. */
  readonly klPQ: Bounds;
  readonly klQP: Bounds;
  /** Σ |ln(p/q)| h_p + (p/q) h_q: the most that KL(P‖Q) changes, to first order. */
  readonly firstOrderPQ: number;
  readonly firstOrderQP: number;
  readonly method: 'interval' | 'first-order';
}
