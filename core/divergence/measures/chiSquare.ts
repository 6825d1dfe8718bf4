import type { Pair } from '../pair';
import type { Measure } from './measure';

/** Pearson's χ² divergence. */
export const chiSquare: Measure = {
  isLogarithmic: false,
  latex: '\\chi^2(P, Q) = \\sum_i \\frac{(p_i - q_i)^2}{q_i}',
  source: 'I. Csiszár and P. C. Shields, Information Theory and Statistics, 2004',
  term,
};

/** The square first where the quotient would overflow, the quotient first where the square would vanish. */
function term({ q, difference }: Pair, i: number): number {
  const size = Math.abs(difference[i]);
  if (size === 0) return 0;
  return size > 1e-100 ? (size * size) / q[i] : size * (size / q[i]);
}
