import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { largerTerm } from './soergel';
import { survey } from './survey';

/** Σ (max − min)/Σ max, which is Soergel. */
export const tanimoto: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i (\\max(p_i, q_i) - \\min(p_i, q_i))}{\\sum_i \\max(p_i, q_i)}',
  plain: 'Σ (max(p, q) − min(p, q)) / Σ max(p, q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm), sum(largerTerm)],
  combine: ([distance, larger]) => distance / larger,
};
