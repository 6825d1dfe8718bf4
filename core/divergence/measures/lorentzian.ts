import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Lorentzian. */
export const lorentzian: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i \\ln(1 + |p_i - q_i|)',
  plain: 'Σ ln(1 + |p − q|)',
  source: survey(2),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(({ difference }, i) => Math.log1p(Math.abs(difference[i])))],
};
