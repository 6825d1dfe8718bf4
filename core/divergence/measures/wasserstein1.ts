import { sumOfDistributionFunctions } from './folds';
import { haveEqualMass } from './mass';
import type { Measure } from './measure';

/** The cost of moving P to Q where a step between neighbouring outcomes costs one. */
export const wasserstein1: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sum_i |F_P(i) - F_Q(i)|',
  plain: 'Σ |F_P − F_Q|',
  domain: 'Σ p = Σ q',
  source: 'C. Villani, Topics in Optimal Transportation, 2003, theorem 2.18',
  isSymmetric: true,
  isMetric: true,
  folds: [sumOfDistributionFunctions],
  combine: ([cost], totals) => (haveEqualMass(totals) ? cost : Number.NaN),
};
