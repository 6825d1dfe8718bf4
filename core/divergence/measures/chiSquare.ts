import type { Pair } from '../pair';
import { sum } from './folds';
import type { Measure } from './measure';

/** Pearson's χ² divergence. */
export const chiSquare: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\chi^2(P, Q) = \\sum_i \\frac{(p_i - q_i)^2}{q_i}',
  plain: 'χ²(P, Q) = Σ (p − q)²/q',
  domain: 'q = 0 ⇒ p = 0',
  source: 'I. Csiszár and P. C. Shields, Information Theory and Statistics, 2004',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(pearsonTerm)],
};

/** difference²/divisor: the square first where the quotient would overflow, the quotient first where the square would vanish. */
export function squareOver(difference: number, divisor: number): number {
  const size = Math.abs(difference);
  if (size === 0) return 0;
  return size > 1e-100 ? (size * size) / divisor : size * (size / divisor);
}

/** (p − q)²/q as `Pair` has it. */
export function pearsonTerm({ q, difference }: Pair, i: number): number {
  return squareOver(difference[i], q[i]);
}
