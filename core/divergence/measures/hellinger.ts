import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Measure } from './measure';

/** √(½ Σ (√p − √q)²), at most one. √p − √q is (p − q)/(√p + √q), without cancellation. */
export const hellinger: Measure = {
  isLogarithmic: false,
  latex: '\\sqrt{\\tfrac{1}{2} \\sum_i (\\sqrt{p_i} - \\sqrt{q_i})^2}',
  source: 'L. Le Cam and G. L. Yang, Asymptotics in Statistics, 2000',
  value: ({ p, q, difference }) => {
    const sum = new CompensatedSum();
    difference.forEach((value, i) => {
      if (value !== 0) sum.add((value / (Math.sqrt(p[i]) + Math.sqrt(q[i]))) ** 2);
    });
    return Math.sqrt(sum.value / 2);
  },
};
