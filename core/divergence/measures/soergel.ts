import type { Pair } from '../pair';
import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** Soergel, also Marczewski–Steinhaus. */
export const soergel: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i |p_i - q_i|}{\\sum_i \\max(p_i, q_i)}',
  plain: 'Σ |p − q| / Σ max(p, q)',
  source: survey(2),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm), sum(largerTerm)],
  combine: ([distance, larger]) => distance / larger,
};

/** max(p, q). */
export function largerTerm({ p, q }: Pair, i: number): number {
  return Math.max(p[i], q[i]);
}
