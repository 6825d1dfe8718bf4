import { entropyTerm } from './entropy';
import { sum } from './folds';
import type { Measure, ParametricMeasure } from './measure';

/** (1 − Σ pᵅ)/(α − 1), Shannon's entropy at order 1 and Gini–Simpson at order 2. */
export const tsallisEntropy: ParametricMeasure = {
  parameter: {
    symbol: 'α',
    initial: 2,
    domain: 'α > 0',
    accepts: (order) => order > 0 && Number.isFinite(order),
  },
  of: (order): Measure => ({
    role: 'spread',
    isLogarithmic: order === 1,
    latex: '\\frac{1 - \\sum_i p_i^\\alpha}{\\alpha - 1}',
    plain: '(1 − Σ p^α)/(α − 1)',
    source: 'C. Tsallis, Possible Generalization of Boltzmann-Gibbs Statistics, 1988',
    isSymmetric: false,
    isMetric: false,
    // p − pᵅ = −p (e^((α−1) ln p) − 1), whose quotient by α − 1 has digits also where α is nearly one.
    folds: [
      order === 1
        ? sum(entropyTerm)
        : sum(({ p, logP }, i) =>
            p[i] === 0 ? 0 : (-p[i] * Math.expm1((order - 1) * logP[i])) / (order - 1),
          ),
    ],
    combine: ([entropy], { pExcess }) => (order === 1 ? entropy : entropy - pExcess / (order - 1)),
  }),
};
