import type { Measure } from './measure';

/** Shannon entropy of P. */
export const entropy: Measure = {
  isLogarithmic: true,
  latex: 'H(P) = -\\sum_i p_i \\ln p_i',
  source: 'C. E. Shannon, A Mathematical Theory of Communication, 1948',
  term: ({ p, logP }, i) => (p[i] === 0 ? 0 : -p[i] * logP[i]),
};
