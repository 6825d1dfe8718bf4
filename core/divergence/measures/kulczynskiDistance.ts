import { sum } from './folds';
import { intersectionTerm } from './intersection';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** Kulczynski d, infinite where no outcome is in both supports. */
export const kulczynskiDistance: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i |p_i - q_i|}{\\sum_i \\min(p_i, q_i)}',
  plain: 'Σ |p − q| / Σ min(p, q)',
  domain: 'Σ min(p, q) > 0',
  source: survey(2),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(manhattanTerm), sum(intersectionTerm)],
  combine: ([distance, common]) => distance / common,
};
