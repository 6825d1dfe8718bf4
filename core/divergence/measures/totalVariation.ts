import type { Measure } from './measure';

/** Half the sum of absolute differences. */
export const totalVariation: Measure = {
  isLogarithmic: false,
  latex: '\\tfrac{1}{2} \\sum_i |p_i - q_i|',
  source: 'D. A. Levin and Y. Peres, Markov Chains and Mixing Times, 2017, proposition 4.2',
  term: ({ difference }, i) => Math.abs(difference[i]) / 2,
};
