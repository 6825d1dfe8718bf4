import { sum } from './folds';
import type { Measure } from './measure';
import { squaredChordTerm } from './squaredChord';

/** √(½ Σ (√p − √q)²), at most one. */
export const hellinger: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\tfrac{1}{2} \\sum_i (\\sqrt{p_i} - \\sqrt{q_i})^2}',
  plain: '√(½ Σ (√p − √q)²)',
  source: 'L. Le Cam and G. L. Yang, Asymptotics in Statistics, 2000',
  isSymmetric: true,
  isMetric: true,
  folds: [sum(squaredChordTerm)],
  combine: ([chord]) => Math.sqrt(chord / 2),
};
