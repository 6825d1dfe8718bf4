import { sum } from './folds';
import { innerProductTerm } from './innerProduct';
import type { Measure } from './measure';
import { squaredEuclideanTerm } from './squaredEuclidean';
import { survey } from './survey';

/** Kumar–Hassebrook, the ratio of peak to correlation energy. */
export const kumarHassebrook: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i p_i q_i}{\\sum_i p_i^2 + \\sum_i q_i^2 - \\sum_i p_i q_i}',
  plain: 'Σ p q / (Σ p² + Σ q² − Σ p q)',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(innerProductTerm), sum(squaredEuclideanTerm)],
  combine: ([product, square]) => product / (square + product),
};
