import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';

/** Shannon entropy of P. */
export const entropy: Measure = {
  role: 'spread',
  isLogarithmic: true,
  latex: 'H(P) = -\\sum_i p_i \\ln p_i',
  plain: 'H(P) = −Σ p ln p',
  source: 'C. E. Shannon, A Mathematical Theory of Communication, 1948',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(entropyTerm, ({ p }, kernels) => kernels.crossEntropy(p, p))],
};

/** −p ln p. */
export function entropyTerm({ p, logP }: Pair, i: number): number {
  return p[i] === 0 ? 0 : -p[i] * logP[i];
}
