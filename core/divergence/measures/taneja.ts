import { logRatio, type Pair } from '../pair';
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

/** With t = (p − q)/(p + q) the logarithm is −½ ln(1 − t²); where t is almost ±1, ln cosh(½ ln(p/q)). */
function tanejaTerm(pair: Pair, i: number): number {
  const half = (pair.p[i] + pair.q[i]) / 2;
  if (half === 0) return 0;
  const t = pair.difference[i] / (2 * half);
  if (Math.abs(t) <= 0.8) return (-half / 2) * Math.log1p(-t * t);
  const ratio = Math.abs(logRatio(pair, i));
  return half * (ratio / 2 - Math.LN2 + Math.log1p(Math.exp(-ratio)));
}
