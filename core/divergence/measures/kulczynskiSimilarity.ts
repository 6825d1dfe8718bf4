import { sum } from './folds';
import { intersectionTerm } from './intersection';
import { manhattanTerm } from './manhattan';
import type { Measure } from './measure';
import { survey } from './survey';

/** Kulczynski s, the reciprocal of Kulczynski d. */
export const kulczynskiSimilarity: Measure = {
  role: 'similarity',
  isLogarithmic: false,
  latex: '\\frac{\\sum_i \\min(p_i, q_i)}{\\sum_i |p_i - q_i|}',
  plain: 'Σ min(p, q) / Σ |p − q|',
  domain: 'P ≠ Q',
  source: survey(3),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(intersectionTerm), sum(manhattanTerm)],
  combine: ([common, distance]) => common / distance,
};
