import { sum } from './folds';
import type { Measure } from './measure';
import { largerTerm } from './soergel';
import { sumTerm } from './sorensen';
import { survey } from './survey';

/** 1 − Σ min(p, q)/Σ (p + q): one half for equal ones, one for disjoint ones. */
export const motyka: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i \\max(p_i, q_i)}{\\sum_i (p_i + q_i)}',
  plain: 'Σ max(p, q) / Σ (p + q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(largerTerm), sum(sumTerm)],
  combine: ([larger, total]) => larger / total,
};
