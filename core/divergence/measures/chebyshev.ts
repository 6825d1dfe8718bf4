import { maximum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** The L∞ distance. */
export const chebyshev: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\max_i |p_i - q_i|',
  plain: 'max |p − q|',
  source: survey(1),
  isSymmetric: true,
  isMetric: true,
  folds: [maximum(manhattanTerm)],
};
