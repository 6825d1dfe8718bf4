import { pearsonTerm } from './chiSquare';
import { logSum, sum } from './folds';
import type { Measure } from './measure';

/**
 * The Rényi divergence of order 2, ln Σ p²/q. Since p²/q = q + 2(p − q) + (p − q)²/q, it is
 * ln(1 + χ²) for probabilities, which keeps its digits where P and Q nearly agree. By logarithms
 * of the terms where a term itself is beyond the doubles.
 */
export const renyi2: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\ln \\sum_i \\frac{p_i^2}{q_i}',
  plain: 'ln Σ p²/q',
  domain: 'q = 0 ⇒ p = 0',
  source: 'T. van Erven and P. Harremoës, Rényi Divergence and Kullback-Leibler Divergence, 2014',
  isSymmetric: false,
  isMetric: false,
  folds: [
    sum(pearsonTerm),
    logSum(({ p, logP, logQ }, i) => (p[i] === 0 ? Number.NEGATIVE_INFINITY : 2 * logP[i] - logQ[i])),
  ],
  combine: ([chiSquared, logarithm], { pExcess, qExcess }) => {
    const beyondOne = chiSquared + (2 * pExcess - qExcess);
    return beyondOne === Number.POSITIVE_INFINITY ? logarithm : Math.log1p(beyondOne);
  },
};
