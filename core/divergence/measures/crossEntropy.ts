import { sum } from './folds';
import type { Measure } from './measure';

/** H(P, Q), infinite where Q leaves out what P has. */
export const crossEntropy: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: 'H(P, Q) = -\\sum_i p_i \\ln q_i',
  plain: 'H(P, Q) = −Σ p ln q',
  domain: 'q = 0 ⇒ p = 0',
  source: 'T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, section 5.4',
  isSymmetric: false,
  isMetric: false,
  folds: [
    sum(
      ({ p, logQ }, i) => (p[i] === 0 ? 0 : -p[i] * logQ[i]),
      ({ p, q }, kernels) => kernels.crossEntropy(p, q),
    ),
  ],
};
