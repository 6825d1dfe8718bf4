import type { Measure } from './measure';

/** √(½ Σ (√p − √q)²), at most one. √p − √q is (p − q)/(√p + √q), without cancellation. */
export const hellinger: Measure = {
  isLogarithmic: false,
  latex: '\\sqrt{\\tfrac{1}{2} \\sum_i (\\sqrt{p_i} - \\sqrt{q_i})^2}',
  source: 'L. Le Cam and G. L. Yang, Asymptotics in Statistics, 2000',
  term: ({ p, q, difference }, i) =>
    difference[i] === 0 ? 0 : (difference[i] / (Math.sqrt(p[i]) + Math.sqrt(q[i]))) ** 2,
  fromSum: (sum) => Math.sqrt(sum / 2),
};
