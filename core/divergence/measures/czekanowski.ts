import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { sumTerm } from './sorensen';
import { survey } from './survey';

/** 1 − 2 Σ min(p, q)/Σ (p + q), which is Sørensen. */
export const czekanowski: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i |p_i - q_i|}{\\sum_i (p_i + q_i)}',
  plain: 'Σ |p − q| / Σ (p + q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm), sum(sumTerm)],
  combine: ([distance, total]) => distance / total,
};
