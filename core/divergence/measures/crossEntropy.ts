import type { Measure } from './measure';

/** H(P, Q), infinite where Q leaves out what P has. */
export const crossEntropy: Measure = {
  isLogarithmic: true,
  latex: 'H(P, Q) = -\\sum_i p_i \\ln q_i',
  source: 'T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, section 5.4',
  term: ({ p, logQ }, i) => (p[i] === 0 ? 0 : -p[i] * logQ[i]),
};
