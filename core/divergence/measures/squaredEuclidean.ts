import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Squared Euclidean, the Brier score of Q where P is one outcome. */
export const squaredEuclidean: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i (p_i - q_i)^2',
  plain: 'Σ (p − q)²',
  source: survey(6),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredEuclideanTerm)],
};

/** (p − q)². */
export function squaredEuclideanTerm({ difference }: Pair, i: number): number {
  return difference[i] * difference[i];
}
