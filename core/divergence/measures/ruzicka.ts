import { sum } from './folds';
import { intersectionTerm } from './intersection';
import type { Measure } from './measure';
import { largerTerm } from './soergel';
import { survey } from './survey';

/** Ruzicka: one minus Soergel. */
export const ruzicka: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i \\min(p_i, q_i)}{\\sum_i \\max(p_i, q_i)}',
  plain: 'Σ min(p, q) / Σ max(p, q)',
  source: survey(3),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(intersectionTerm), sum(largerTerm)],
  combine: ([common, larger]) => common / larger,
};
