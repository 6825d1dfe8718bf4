import { maximum, sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** The mean of L₁ and L∞. */
export const averageDistance: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\tfrac{1}{2} \\left(\\sum_i |p_i - q_i| + \\max_i |p_i - q_i|\\right)',
  plain: '½ (Σ |p − q| + max |p − q|)',
  source: survey(8),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm), maximum(manhattanTerm)],
  combine: ([distance, largest]) => (distance + largest) / 2,
};
