import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** The Bhattacharyya coefficient. */
export const fidelity: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\sum_i \\sqrt{p_i q_i}',
  plain: 'Σ √(p q)',
  source: survey(5),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(fidelityTerm)],
};

/** √p √q, whose factors do not vanish where the product would. */
export function fidelityTerm({ p, q }: Pair, i: number): number {
  return Math.sqrt(p[i]) * Math.sqrt(q[i]);
}
