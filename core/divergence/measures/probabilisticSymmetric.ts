import { sum } from './folds';
import type { Measure } from './measure';
import { squaredChiTerm } from './squaredChi';
import { survey } from './survey';

/** Probabilistic symmetric χ²: twice the squared χ². */
export const probabilisticSymmetric: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '2 \\sum_i \\frac{(p_i - q_i)^2}{p_i + q_i}',
  plain: '2 Σ (p − q)²/(p + q)',
  source: survey(6),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredChiTerm)],
  combine: ([squared]) => 2 * squared,
};
