import { squareOver } from './chiSquare';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Additive symmetric χ²: Pearson's and Neyman's together. */
export const additiveSymmetric: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{(p_i - q_i)^2 (p_i + q_i)}{p_i q_i}',
  plain: 'Σ (p − q)² (p + q)/(p q)',
  domain: 'p = 0 ⇔ q = 0',
  source: survey(6),
  isSymmetric: true,
  isMetric: false,
  folds: [
    sum(({ p, q, difference }, i) => squareOver(difference[i], q[i]) + squareOver(difference[i], p[i])),
  ],
};
