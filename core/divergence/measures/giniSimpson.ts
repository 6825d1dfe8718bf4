import { sum } from './folds';
import type { Measure } from './measure';

/** The chance that two draws differ. */
export const giniSimpson: Measure = {
  role: 'spread',
  isLogarithmic: false,
  latex: '1 - \\sum_i p_i^2',
  plain: '1 − Σ p²',
  source: 'E. H. Simpson, Measurement of Diversity, 1949',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(({ p }, i) => p[i] * (1 - p[i]))],
  combine: ([share], { pExcess }) => share - pExcess,
};
