import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** 1 − Σ min(p, q) = Σ max(p − q, 0) + 1 − Σ p, without cancellation. */
export const nonIntersection: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '1 - \\sum_i \\min(p_i, q_i)',
  plain: '1 − Σ min(p, q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(({ difference }, i) => Math.max(difference[i], 0))],
  combine: ([beyond], { pExcess }) => beyond - pExcess,
};
