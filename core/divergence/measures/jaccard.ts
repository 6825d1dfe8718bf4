import { sum } from './folds';
import { innerProductTerm } from './innerProduct';
import type { Measure } from './measure';
import { squaredEuclideanTerm } from './squaredEuclidean';
import { survey } from './survey';

/** One minus Kumar–Hassebrook. Its denominator is Σ (p − q)² + Σ p q. */
export const jaccard: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i (p_i - q_i)^2}{\\sum_i p_i^2 + \\sum_i q_i^2 - \\sum_i p_i q_i}',
  plain: 'Σ (p − q)² / (Σ p² + Σ q² − Σ p q)',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredEuclideanTerm), sum(innerProductTerm)],
  combine: ([square, product]) => square / (square + product),
};
