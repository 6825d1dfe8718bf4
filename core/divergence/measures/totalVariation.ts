import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Measure } from './measure';

/** Half the sum of absolute differences. */
export const totalVariation: Measure = {
  isLogarithmic: false,
  latex: '\\tfrac{1}{2} \\sum_i |p_i - q_i|',
  source: 'D. A. Levin and Y. Peres, Markov Chains and Mixing Times, 2017, proposition 4.2',
  value: ({ difference }) => {
    const sum = new CompensatedSum();
    for (const value of difference) sum.add(Math.abs(value));
    return sum.value / 2;
  },
};
