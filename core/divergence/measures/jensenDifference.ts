import { sum } from './folds';
import { jensenShannonTerm } from './jensenShannon';
import type { Measure } from './measure';
import { survey } from './survey';

/** H(M) − ½H(P) − ½H(Q), which is Jensen–Shannon. */
export const jensenDifference: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i \\tfrac{1}{2}(p_i \\ln p_i + q_i \\ln q_i) - m_i \\ln m_i',
  plain: 'Σ [½(p ln p + q ln q) − m ln m], m = (p + q)/2',
  source: survey(7),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(jensenShannonTerm)],
};
