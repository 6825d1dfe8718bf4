import type { Random } from '../../numeric/random';
import type { LogAsymptotic } from './asymptotics';

/** An interval of the real line, ends included where finite (a single point has measure zero). */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

interface DistributionBase {
  readonly support: Interval;
  /** Intervals inside the support, their ends left out, that have no mass: between the parts of a mixture. */
  readonly gaps?: readonly Interval[];
  /** In nats (differential for a density); null where there is no closed form. */
  readonly entropy: number | null;
  /** NaN where it does not exist, null where no closed form is given. */
  readonly mean: number | null;
  readonly variance: number | null;
}

/** A point inside the support, and ln of the density on both sides of it; null where that is not known. */
export interface SingularPoint {
  readonly at: number;
  readonly below: LogAsymptotic | null;
  readonly above: LogAsymptotic | null;
}

/** x = near + distance, not rounded. */
export interface ExactSum {
  readonly near: number;
  readonly distance: number;
}

export interface ContinuousDistribution extends DistributionBase {
  readonly kind: 'continuous';
  /**
   * ln of the density at x inside the support, −∞ where it is 0. The distances to the support's ends are given
   * beside x, since 1 − x has no digits left where x is near 1, and x once more as a sum for poles elsewhere.
   */
  logDensity(x: number, fromLower: number, toUpper: number, sum?: ExactSum): number;
  /** Kinks, the mode, and points some scales around it: where a rule of integration is to be split. */
  readonly landmarks: readonly number[];
  /** Points inside the support where the density may be zero, infinite or not smooth. */
  readonly singular?: readonly SingularPoint[];
  /** Null where it is not known (a density written as an expression that was not understood there). */
  readonly lowerEnd: LogAsymptotic | null;
  readonly upperEnd: LogAsymptotic | null;
}

export interface DiscreteDistribution extends DistributionBase {
  readonly kind: 'discrete';
  /** ln of the probability of the integer k in the support, −∞ where it is 0. */
  logMass(k: number): number;
  readonly mode: number;
  /** Of a mixture: the modes of its parts. */
  readonly modes?: readonly number[];
  /** Of ln of the probability of t, as t → ∞; none for a finite support. */
  readonly upperEnd: LogAsymptotic;
  /** A bound of P(j + 1)/P(j) for all j ≥ k, with k past the mode and before the support's end; +∞ where there is none. */
  tailRatio(k: number): number;
}

/** More than one variable. */
export interface MultivariateDistribution {
  readonly kind: 'multivariate';
  readonly dimension: number;
  /** Densities on different spaces share no mass. */
  readonly space: 'euclidean' | 'simplex';
  /** In nats; null where there is no closed form. */
  readonly entropy: number | null;
  readonly mean: readonly number[];
  /** About how many multiply-adds `logDensity` and `sample` take. */
  readonly work: number;
  /** ln of the density at a point of the support. */
  logDensity(x: readonly number[]): number;
  sample(random: Random): readonly number[];
}

export type Distribution = ContinuousDistribution | DiscreteDistribution | MultivariateDistribution;

/** x − loc, with the digits that x has lost where it lies near a cut of the integration far from 0. */
export function offsetFrom(loc: number, x: number, sum: ExactSum | undefined): number {
  return sum === undefined ? x - loc : sum.near - loc + sum.distance;
}

/** The centre and points up to 12 scales around it. */
export function around(centre: number, scale: number): readonly number[] {
  return [-12, -4, -1, 0, 1, 4, 12].map((step) => centre + step * scale);
}

export const realLine: Interval = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
export const positiveLine: Interval = { lower: 0, upper: Number.POSITIVE_INFINITY };
export const unitInterval: Interval = { lower: 0, upper: 1 };
