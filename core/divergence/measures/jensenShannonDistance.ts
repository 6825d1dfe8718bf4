import { sum } from './folds';
import { jensenShannonTerm } from './jensenShannon';
import type { Measure } from './measure';

/** The square root of the divergence, which is a metric. */
export const jensenShannonDistance: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\tfrac{1}{2} \\mathrm{KL}(P \\| M) + \\tfrac{1}{2} \\mathrm{KL}(Q \\| M)}',
  plain: '√(½KL(P‖M) + ½KL(Q‖M)), M = (P + Q)/2',
  source: 'D. M. Endres and J. E. Schindelin, A New Metric for Probability Distributions, 2003',
  isSymmetric: true,
  isMetric: true,
  folds: [sum(jensenShannonTerm)],
  combine: ([divergence]) => Math.sqrt(divergence),
};
