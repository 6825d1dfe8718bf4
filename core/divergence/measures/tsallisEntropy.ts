import { entropyTerm } from './entropy';
import { sum, type Term } from './folds';
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
    folds: [order === 1 ? sum(entropyTerm) : sum(term(order))],
    combine: ([entropy], { pExcess }) => (order === 1 ? entropy : entropy - pExcess / (order - 1)),
  }),
};

/**
 * (p − pᵅ)/(α − 1): as −p (e^((α−1) ln p) − 1)/(α − 1) where the two are near, which has digits also where α is nearly
 * one; elsewhere by the power, which does not multiply the rounding of a large logarithm.
 */
function term(order: number): Term {
  return ({ p, logP }, i) => {
    if (p[i] === 0) return 0;
    const exponent = (order - 1) * logP[i];
    const isApart = Math.abs(exponent) > 1 && p[i] > 1e-290;
    return (isApart ? p[i] - p[i] ** order : -p[i] * Math.expm1(exponent)) / (order - 1);
  };
}
