import { squareOfP, squareOfQ } from './cosine';
import { sum } from './folds';
import type { Measure } from './measure';
import { squaredEuclideanTerm } from './squaredEuclidean';
import { survey } from './survey';

/** Dice. */
export const dice: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i (p_i - q_i)^2}{\\sum_i p_i^2 + \\sum_i q_i^2}',
  plain: 'Σ (p − q)² / (Σ p² + Σ q²)',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredEuclideanTerm), sum(squareOfP), sum(squareOfQ)],
  combine: ([square, ofP, ofQ]) => square / (ofP + ofQ),
};
