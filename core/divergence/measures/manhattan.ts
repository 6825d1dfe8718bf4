import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** The L₁ distance: twice the total variation. */
export const manhattan: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i |p_i - q_i|',
  plain: 'Σ |p − q|',
  source: survey(1),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(manhattanTerm)],
};

/** |p − q|. */
export function manhattanTerm({ difference }: Pair, i: number): number {
  return Math.abs(difference[i]);
}
