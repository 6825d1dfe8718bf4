import type { WireNumber } from '../wire';

/** P and Q of too many outcomes to draw one by one, in groups of neighbours. */
export interface ProfileQuestion {
  readonly topic: 'profile';
}

export interface ProfileAnswer {
  /** Outcomes in a group; the last may have fewer. */
  readonly each: number;
  /** The sum over each group. */
  readonly p: readonly WireNumber[];
  readonly q: readonly WireNumber[] | null;
  /** The sums of p ln(p/q), in the base of the study; they add up to KL(P‖Q). */
  readonly term: readonly WireNumber[] | null;
}
