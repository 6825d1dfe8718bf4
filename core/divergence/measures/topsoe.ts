import { sum } from './folds';
import { jensenShannonTerm } from './jensenShannon';
import type { Measure } from './measure';
import { survey } from './survey';

/** Topsøe: twice Jensen–Shannon. */
export const topsoe: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i p_i \\ln \\frac{2 p_i}{p_i + q_i} + q_i \\ln \\frac{2 q_i}{p_i + q_i}',
  plain: 'Σ [p ln(2p/(p + q)) + q ln(2q/(p + q))]',
  source: survey(7),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(jensenShannonTerm)],
  combine: ([divergence]) => 2 * divergence,
};
