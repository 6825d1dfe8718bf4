import { largestOverDistributionFunctions } from './folds';
import type { Measure } from './measure';

/** The largest difference of the distribution functions, over ordered outcomes. */
export const kolmogorovSmirnov: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\max_i |F_P(i) - F_Q(i)|',
  plain: 'max |F_P − F_Q|',
  source: 'A. N. Kolmogorov, Sulla determinazione empirica di una legge di distribuzione, 1933',
  isSymmetric: true,
  isMetric: true,
  folds: [largestOverDistributionFunctions],
};
