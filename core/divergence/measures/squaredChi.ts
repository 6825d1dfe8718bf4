import type { Pair } from '../pair';
import { squareOver } from './chiSquare';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Squared χ², also the triangular discrimination. */
export const squaredChi: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{(p_i - q_i)^2}{p_i + q_i}',
  plain: 'Σ (p − q)²/(p + q)',
  source: survey(6),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredChiTerm)],
};

/** (p − q)²/(p + q). */
export function squaredChiTerm({ p, q, difference }: Pair, i: number): number {
  return squareOver(difference[i], p[i] + q[i]);
}
