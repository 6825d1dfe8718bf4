import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Kumar–Johnson. */
export const kumarJohnson: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i \\frac{(p_i^2 - q_i^2)^2}{2 (p_i q_i)^{3/2}}',
  plain: 'Σ (p² − q²)²/(2 (p q)^(3/2))',
  domain: 'p = 0 ⇔ q = 0',
  source: survey(8),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(kumarJohnsonTerm)],
};

/** ((p − q)(p + q)/(pq))² √(pq)/2, in which no factor vanishes early. */
function kumarJohnsonTerm({ p, q, difference }: Pair, i: number): number {
  if (difference[i] === 0) return 0;
  if (p[i] === 0 || q[i] === 0) return Number.POSITIVE_INFINITY;
  const ratio = difference[i] / p[i] + difference[i] / q[i];
  return (ratio * Math.sqrt(p[i]) * (ratio * Math.sqrt(q[i]))) / 2;
}
