import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Measure } from './measure';

/** H(P, Q), infinite where Q leaves out what P has. */
export const crossEntropy: Measure = {
  isLogarithmic: true,
  latex: 'H(P, Q) = -\\sum_i p_i \\ln q_i',
  source: 'T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, section 5.4',
  value: ({ p, logQ }) => {
    const sum = new CompensatedSum();
    p.forEach((value, i) => {
      if (value !== 0) sum.add(-value * logQ[i]);
    });
    return sum.value;
  },
};
