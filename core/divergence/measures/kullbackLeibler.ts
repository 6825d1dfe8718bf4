import type { Kernels } from '../../kernels/kernels';
import { excess } from '../../numeric/relativeEntropy';
import type { Steps } from '../../steps';
import { logRatio, type Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';

/**
 * KL(P‖Q) = Σ p ln(p/q), summed as Σ [p ln(p/q) − p + q] + Σp − Σq. Every bracket is q h((p − q)/q)
 * with h(t) = (1 + t) ln(1 + t) − t ≥ 0, so that nothing cancels: the sum is never negative for
 * probabilities, and keeps its digits where P and Q nearly agree.
 */
export const kullbackLeibler: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\mathrm{KL}(P \\| Q) = \\sum_i p_i \\ln \\frac{p_i}{q_i}',
  plain: 'KL(P‖Q) = Σ p ln(p/q)',
  domain: 'q = 0 ⇒ p = 0',
  source: 'S. Kullback and R. A. Leibler, On Information and Sufficiency, 1951',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(kullbackLeiblerTerm, bracketsSteps)],
  combine: ([brackets], { pExcess, qExcess }) => brackets + (pExcess - qExcess),
};

/** p ln(p/q) − p + q ≥ 0. */
export function kullbackLeiblerTerm(pair: Pair, i: number): number {
  const p = pair.p[i];
  const q = pair.q[i];
  if (p === 0) return q;
  if (pair.logQ[i] === Number.NEGATIVE_INFINITY)
    return Number.isNaN(p) ? Number.NaN : Number.POSITIVE_INFINITY;
  // q may be too small for a double and have a logarithm.
  const t = q === 0 ? Number.POSITIVE_INFINITY : pair.difference[i] / q;
  return Math.abs(t) <= 0.5 ? q * excess(t) : p * logRatio(pair, i) - pair.difference[i];
}

/** Σ [p ln(p/q) − p + q] of doubles. */
export function* bracketsSteps({ p, q }: Pick<Pair, 'p' | 'q'>, kernels: Kernels): Steps<number> {
  const { brackets } = yield* kernels.relativeEntropy(p, q);
  return brackets;
}
