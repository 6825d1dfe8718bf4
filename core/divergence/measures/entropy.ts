import { CompensatedSum } from '../../numeric/compensatedSum';
import { logarithm } from '../pair';
import type { Measure } from './measure';

/** Shannon entropy of P. */
export const entropy: Measure = {
  isLogarithmic: true,
  latex: 'H(P) = -\\sum_i p_i \\ln p_i',
  source: 'C. E. Shannon, A Mathematical Theory of Communication, 1948',
  value: ({ p, pComplement }) => {
    const sum = new CompensatedSum();
    p.forEach((value, i) => {
      if (value !== 0) sum.add(-value * logarithm(value, pComplement[i]));
    });
    return sum.value;
  },
};
