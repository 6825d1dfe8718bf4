import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';
import { survey } from './survey';

/** Arithmetic–geometric divergence. */
export const taneja: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i \\frac{p_i + q_i}{2} \\ln \\frac{p_i + q_i}{2 \\sqrt{p_i q_i}}',
  plain: 'Σ (p + q)/2 · ln((p + q)/(2√(p q)))',
  domain: 'p = 0 ⇔ q = 0',
  source: survey(8),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(tanejaTerm)],
};

/** With t = (p − q)/(p + q) the logarithm is −½ ln(1 − t²); where t is almost 1, by logarithms. */
function tanejaTerm({ p, q, difference, logP, logQ }: Pair, i: number): number {
  const half = (p[i] + q[i]) / 2;
  if (half === 0) return 0;
  const t = difference[i] / (2 * half);
  if (Math.abs(t) <= 0.5) return (-half / 2) * Math.log1p(-t * t);
  return half * (Math.log(half) - (logP[i] + logQ[i]) / 2);
}
