import { squareOver } from './chiSquare';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Neyman's χ²: Pearson's with P and Q exchanged. */
export const neyman: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{(p_i - q_i)^2}{p_i}',
  plain: 'Σ (p − q)²/p',
  domain: 'p = 0 ⇒ q = 0',
  source: survey(6),
  isSymmetric: false,
  isMetric: false,
  folds: [sum(({ p, difference }, i) => squareOver(difference[i], p[i]))],
};
