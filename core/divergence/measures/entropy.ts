import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Measure } from './measure';

/** Shannon entropy of P. */
export const entropy: Measure = {
  isLogarithmic: true,
  latex: 'H(P) = -\\sum_i p_i \\ln p_i',
  source: 'C. E. Shannon, A Mathematical Theory of Communication, 1948',
  value: ({ p, logP }) => {
    const sum = new CompensatedSum();
    p.forEach((value, i) => {
      if (value !== 0) sum.add(-value * logP[i]);
    });
    return sum.value;
  },
};
