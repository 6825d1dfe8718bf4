import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';

/** The chance that two draws differ. */
export const giniSimpson: Measure = {
  role: 'spread',
  isLogarithmic: false,
  latex: '1 - \\sum_i p_i^2',
  plain: '1 − Σ p²',
  source: 'E. H. Simpson, Measurement of Diversity, 1949',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(giniSimpsonTerm)],
  combine: ([share], { pExcess }) => share - pExcess,
};

/** p (1 − p), where 1 − p keeps its digits as p nears one. */
export function giniSimpsonTerm({ p, logP }: Pair, i: number): number {
  return p[i] === 0 ? 0 : -p[i] * Math.expm1(logP[i]);
}
