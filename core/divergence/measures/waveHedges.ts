import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Wave Hedges: each outcome adds at most one. */
export const waveHedges: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{|p_i - q_i|}{\\max(p_i, q_i)}',
  plain: 'Σ |p − q|/max(p, q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: true,
  folds: [
    sum(({ p, q, difference }, i) =>
      difference[i] === 0 ? 0 : Math.abs(difference[i]) / Math.max(p[i], q[i]),
    ),
  ],
};
