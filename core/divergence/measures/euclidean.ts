import { powerNorm } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** The L₂ distance. */
export const euclidean: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\sum_i (p_i - q_i)^2}',
  plain: '√(Σ (p − q)²)',
  source: survey(1),
  isSymmetric: true,
  isMetric: true,
  folds: [powerNorm(2, manhattanTerm)],
};
