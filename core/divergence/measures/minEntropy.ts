import { maximum } from './folds';
import type { Measure } from './measure';

/** Rényi entropy of order ∞. */
export const minEntropy: Measure = {
  role: 'spread',
  isLogarithmic: true,
  latex: '-\\ln \\max_i p_i',
  plain: '−ln max p',
  source: 'A. Rényi, On Measures of Entropy and Information, 1961',
  isSymmetric: false,
  isMetric: false,
  folds: [maximum(({ logP }, i) => logP[i])],
  combine: ([largest]) => -largest,
};
