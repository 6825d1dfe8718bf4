import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** The mean of |p − q| over the outcomes. */
export const gower: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{1}{n} \\sum_{i=1}^{n} |p_i - q_i|',
  plain: 'Σ |p − q| / n, n outcomes',
  source: survey(2),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm)],
  combine: ([distance], { outcomes }) => distance / outcomes,
};
