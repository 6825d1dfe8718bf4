import { canberraTerm } from './canberra';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** The measure that the survey calls divergence. */
export const divergence: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '2 \\sum_i \\frac{(p_i - q_i)^2}{(p_i + q_i)^2}',
  plain: '2 Σ (p − q)²/(p + q)²',
  source: survey(6),
  isSymmetric: true,
  isMetric: false,
  folds: [sum((pair, i) => canberraTerm(pair, i) ** 2)],
  combine: ([squares]) => 2 * squares,
};
