import { squareOfP } from './cosine';
import { sum } from './folds';
import { giniSimpsonTerm } from './giniSimpson';
import type { Measure } from './measure';

/** Rényi entropy of order 2. */
export const collisionEntropy: Measure = {
  role: 'spread',
  isLogarithmic: true,
  latex: '-\\ln \\sum_i p_i^2',
  plain: '−ln Σ p²',
  source: 'A. Rényi, On Measures of Entropy and Information, 1961',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(squareOfP), sum(giniSimpsonTerm)],
  combine: ([square, other], { pExcess }) =>
    other < 0.5 && pExcess === 0 ? -Math.log1p(-other) : -Math.log(square),
};
