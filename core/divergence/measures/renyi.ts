import { logRatio } from '../pair';
import { alphaTerm } from './alphaDivergence';
import { logSum, maximum, sum } from './folds';
import type { Measure, ParametricMeasure } from './measure';

const facts = {
  role: 'difference',
  isLogarithmic: true,
  source: 'T. van Erven and P. Harremoës, Rényi Divergence and Kullback-Leibler Divergence, 2014',
  isMetric: false,
} as const;

/** KL at α = 1; −ln Q(p > 0) at 0; ln max p/q at ∞; twice Bhattacharyya at ½. */
export const renyi: ParametricMeasure = {
  parameter: { symbol: 'α', initial: 0.5, domain: '0 ≤ α ≤ ∞', accepts: (alpha) => alpha >= 0 },
  of: (alpha) => {
    if (alpha === Number.POSITIVE_INFINITY) return ofOrderInfinity;
    if (alpha === 0) return ofOrderZero;
    return ofOrder(alpha);
  },
};

/**
 * With A the α-divergence, Σ p^α q^(1−α) = 1 + α(α − 1)A, which keeps its digits where P and Q nearly
 * agree and where α is nearly one.
 */
function ofOrder(alpha: number): Measure {
  return {
    ...facts,
    latex: '\\frac{1}{\\alpha - 1} \\ln \\sum_i p_i^\\alpha q_i^{1 - \\alpha}',
    plain: 'ln(Σ p^α q^(1−α))/(α − 1)',
    domain: alpha >= 1 ? 'q = 0 ⇒ p = 0' : 'Σ p q > 0',
    isSymmetric: alpha === 0.5,
    folds: [
      sum(alphaTerm(alpha)),
      logSum(({ p, q, logP, logQ }, i) => {
        if (p[i] === 0 || (q[i] === 0 && alpha < 1)) return Number.NEGATIVE_INFINITY;
        return alpha * logP[i] + (1 - alpha) * logQ[i];
      }),
    ],
    combine: ([divergence, logarithm], { pExcess, qExcess }) => {
      if (alpha === 1) return divergence + (pExcess - qExcess);
      const beyondOne = alpha * (alpha - 1) * divergence + (alpha * pExcess + (1 - alpha) * qExcess);
      return (Math.abs(beyondOne) < 0.5 ? Math.log1p(beyondOne) : logarithm) / (alpha - 1);
    },
  };
}

const ofOrderZero: Measure = {
  ...facts,
  latex: '-\\ln \\sum_{p_i > 0} q_i',
  plain: '−ln Σ q over p > 0',
  domain: 'Σ p q > 0',
  isSymmetric: false,
  folds: [sum(({ p, q }, i) => (p[i] === 0 ? q[i] : 0)), sum(({ p, q }, i) => (p[i] === 0 ? 0 : q[i]))],
  combine: ([outside, inside], { qExcess }) =>
    inside < 0.5 ? -Math.log(inside) : -Math.log1p(qExcess - outside),
};

const ofOrderInfinity: Measure = {
  ...facts,
  latex: '\\ln \\max_i \\frac{p_i}{q_i}',
  plain: 'ln max p/q',
  domain: 'q = 0 ⇒ p = 0',
  isSymmetric: false,
  folds: [maximum((pair, i) => (pair.p[i] === 0 ? Number.NEGATIVE_INFINITY : logRatio(pair, i)))],
};
