import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Σ of the harmonic means. */
export const harmonicMean: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '2 \\sum_i \\frac{p_i q_i}{p_i + q_i}',
  plain: '2 Σ p q/(p + q)',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(harmonicTerm)],
};

/** 2pq/(p + q) as twice the smaller one times a share of at most one: no product that vanishes. */
function harmonicTerm({ p, q }: Pair, i: number): number {
  const smaller = Math.min(p[i], q[i]);
  return smaller === 0 ? 0 : 2 * smaller * (Math.max(p[i], q[i]) / (p[i] + q[i]));
}
