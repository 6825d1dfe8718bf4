import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';

/** Half the sum of absolute differences. */
export const totalVariation: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\tfrac{1}{2} \\sum_i |p_i - q_i|',
  plain: '½ Σ |p − q|',
  source: 'D. A. Levin and Y. Peres, Markov Chains and Mixing Times, 2017, proposition 4.2',
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm)],
  combine: ([distance]) => distance / 2,
};
