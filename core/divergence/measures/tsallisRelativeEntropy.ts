import { alphaTerm } from './alphaDivergence';
import { sum } from './folds';
import type { ParametricMeasure } from './measure';

/** α times the α-divergence: KL at order 1, χ² at order 2. */
export const tsallisRelativeEntropy: ParametricMeasure = {
  parameter: {
    symbol: 'α',
    initial: 0.5,
    domain: 'α > 0',
    accepts: (order) => order > 0 && Number.isFinite(order),
  },
  of: (order) => ({
    role: 'difference',
    isLogarithmic: order === 1,
    latex: '\\frac{1}{\\alpha - 1} \\left(\\sum_i p_i^\\alpha q_i^{1 - \\alpha} - 1\\right)',
    plain: '(Σ p^α q^(1−α) − 1)/(α − 1)',
    ...(order >= 1 ? { domain: 'q = 0 ⇒ p = 0' } : {}),
    source: 'C. Tsallis, Generalized Entropy-Based Criterion for Consistent Testing, 1998',
    isSymmetric: order === 0.5,
    isMetric: false,
    folds: [sum(alphaTerm(order))],
    combine: ([divergence], { pExcess, qExcess }) =>
      order === 1
        ? divergence + (pExcess - qExcess)
        : order * divergence + (order * pExcess + (1 - order) * qExcess) / (order - 1),
  }),
};
