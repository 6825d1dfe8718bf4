import type { Pair } from '../pair';
import { sum } from './folds';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** Sørensen, also Bray–Curtis: ½ Σ|p − q| for probabilities. */
export const sorensen: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i |p_i - q_i|}{\\sum_i (p_i + q_i)}',
  plain: 'Σ |p − q| / Σ (p + q)',
  source: survey(2),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm), sum(sumTerm)],
  combine: ([distance, total]) => distance / total,
};

/** p + q. */
export function sumTerm({ p, q }: Pair, i: number): number {
  return p[i] + q[i];
}
