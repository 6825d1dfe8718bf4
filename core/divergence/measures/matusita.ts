import { sum } from './folds';
import type { Measure } from './measure';
import { squaredChordTerm } from './squaredChord';
import { survey } from './survey';

/** Matusita: √2 times the Hellinger distance. */
export const matusita: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\sum_i (\\sqrt{p_i} - \\sqrt{q_i})^2}',
  plain: '√(Σ (√p − √q)²)',
  source: survey(5),
  isSymmetric: true,
  isMetric: true,
  folds: [sum(squaredChordTerm)],
  combine: ([chord]) => Math.sqrt(chord),
};
