import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** What the two have in common: one minus the total variation. */
export const intersection: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\sum_i \\min(p_i, q_i)',
  plain: 'Σ min(p, q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(intersectionTerm)],
};

/** min(p, q). */
export function intersectionTerm({ p, q }: Pair, i: number): number {
  return Math.min(p[i], q[i]);
}
