import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Σ (√p − √q)². */
export const squaredChord: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i (\\sqrt{p_i} - \\sqrt{q_i})^2',
  plain: 'Σ (√p − √q)²',
  source: survey(5),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(squaredChordTerm)],
};

/** √p − √q is (p − q)/(√p + √q), without cancellation. */
export function squaredChordTerm({ p, q, difference }: Pair, i: number): number {
  return difference[i] === 0 ? 0 : (difference[i] / (Math.sqrt(p[i]) + Math.sqrt(q[i]))) ** 2;
}
