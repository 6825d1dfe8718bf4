import { normOfDistributionFunctions } from './folds';
import { haveEqualMass } from './mass';
import type { Measure } from './measure';

/** √(2E|X − Y| − E|X − X′| − E|Y − Y′|) over outcomes one apart. */
export const energyDistance: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{2 \\sum_i (F_P(i) - F_Q(i))^2}',
  plain: '√(2 Σ (F_P − F_Q)²)',
  domain: 'Σ p = Σ q',
  source: 'G. J. Székely and M. L. Rizzo, Energy Statistics, 2013',
  isSymmetric: true,
  isMetric: true,
  folds: [normOfDistributionFunctions],
  combine: ([norm], totals) => (haveEqualMass(totals) ? Math.SQRT2 * norm : Number.NaN),
};
