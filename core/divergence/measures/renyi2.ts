import { logSumExp } from '../../numeric/logSumExp';
import type { Pair } from '../pair';
import { chiSquare } from './chiSquare';
import type { Measure } from './measure';

/**
 * The Rényi divergence of order 2, ln Σ p²/q. Since p²/q = q + 2(p − q) + (p − q)²/q, it is
 * ln(1 + χ²) for probabilities, which keeps its digits where P and Q nearly agree.
 */
export const renyi2: Measure = {
  isLogarithmic: true,
  latex: '\\ln \\sum_i \\frac{p_i^2}{q_i}',
  source: 'T. van Erven and P. Harremoës, Rényi Divergence and Kullback-Leibler Divergence, 2014',
  term: chiSquare.term,
  fromSum: (chiSquared, pair) => {
    const beyondOne = chiSquared + (2 * pair.pExcess - pair.qExcess);
    return beyondOne === Number.POSITIVE_INFINITY ? fromLogarithms(pair) : Math.log1p(beyondOne);
  },
};

/** By logarithms of the terms, where a term itself is beyond the doubles. */
function fromLogarithms({ p, logP, logQ }: Pair): number {
  const logarithms: number[] = [];
  p.forEach((value, i) => {
    if (value !== 0) logarithms.push(2 * logP[i] - logQ[i]);
  });
  const { largest, excess } = logSumExp(logarithms);
  return largest === Number.POSITIVE_INFINITY ? largest : largest + excess;
}
