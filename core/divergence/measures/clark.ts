import { canberraTerm } from './canberra';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Clark, also the coefficient of divergence. */
export const clark: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\sum_i \\left(\\frac{|p_i - q_i|}{p_i + q_i}\\right)^2}',
  plain: '√(Σ (|p − q|/(p + q))²)',
  source: survey(6),
  isSymmetric: true,
  isMetric: true,
  folds: [sum((pair, i) => canberraTerm(pair, i) ** 2)],
  combine: ([squares]) => Math.sqrt(squares),
};
