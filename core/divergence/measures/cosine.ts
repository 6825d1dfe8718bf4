import type { Pair } from '../pair';
import { sum } from './folds';
import { innerProductTerm } from './innerProduct';
import type { Measure } from './measure';
import { survey } from './survey';

/** The cosine of the angle between P and Q. */
export const cosine: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i p_i q_i}{\\sqrt{\\sum_i p_i^2} \\sqrt{\\sum_i q_i^2}}',
  plain: 'Σ p q / (√(Σ p²) √(Σ q²))',
  source: survey(4),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(innerProductTerm), sum(squareOfP), sum(squareOfQ)],
  combine: ([product, ofP, ofQ]) => product / (Math.sqrt(ofP) * Math.sqrt(ofQ)),
};

export function squareOfP({ p }: Pair, i: number): number {
  return p[i] * p[i];
}

export function squareOfQ({ q }: Pair, i: number): number {
  return q[i] * q[i];
}
