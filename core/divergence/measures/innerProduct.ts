import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Inner product. */
export const innerProduct: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\sum_i p_i q_i',
  plain: 'Σ p q',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(innerProductTerm)],
};

/** p q. */
export function innerProductTerm({ p, q }: Pair, i: number): number {
  return p[i] * q[i];
}
