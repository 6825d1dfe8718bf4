import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Canberra: each outcome adds at most one. */
export const canberra: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{|p_i - q_i|}{p_i + q_i}',
  plain: 'Σ |p − q|/(p + q)',
  source: survey(2),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(canberraTerm)],
};

/** |p − q|/(p + q), 0 where both are 0. */
export function canberraTerm({ p, q, difference }: Pair, i: number): number {
  return difference[i] === 0 ? 0 : Math.abs(difference[i]) / (p[i] + q[i]);
}
