import { excess } from '../../numeric/relativeEntropy';
import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Lin's K divergence, KL(P‖M), summed as Jensen–Shannon is: no term is negative for probabilities. */
export const kDivergence: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i p_i \\ln \\frac{2 p_i}{p_i + q_i}',
  plain: 'Σ p ln(2p/(p + q))',
  source: survey(7),
  isSymmetric: false,
  isMetric: false,
  folds: [sum(kDivergenceTerm)],
  combine: ([brackets], { pExcess, qExcess }) => brackets + (pExcess - qExcess) / 2,
};

/** p ln(p/m) − p + m with m = (p + q)/2: m h(t) with t = (p − q)/(p + q). */
function kDivergenceTerm({ p, q, difference }: Pair, i: number): number {
  const total = p[i] + q[i];
  return total === 0 ? 0 : (total / 2) * excess(difference[i] / total);
}
