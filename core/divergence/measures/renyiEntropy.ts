import { entropyTerm } from './entropy';
import { logSum, maximum, sum } from './folds';
import type { Measure, ParametricMeasure } from './measure';
import { tsallisEntropy } from './tsallisEntropy';

const facts = {
  role: 'spread',
  isLogarithmic: true,
  source: 'A. Rényi, On Measures of Entropy and Information, 1961',
  isSymmetric: false,
  isMetric: false,
} as const;

/** ln(Σ pᵅ)/(1 − α): the logarithm of how many outcomes there are at 0, Shannon's entropy at 1, −ln max p at ∞. */
export const renyiEntropy: ParametricMeasure = {
  parameter: { symbol: 'α', initial: 2, domain: '0 ≤ α ≤ ∞', accepts: (order) => order >= 0 },
  of: (order): Measure => {
    if (order === 1)
      return { ...facts, latex: '-\\sum_i p_i \\ln p_i', plain: '−Σ p ln p', folds: [sum(entropyTerm)] };
    if (order === Number.POSITIVE_INFINITY) {
      return {
        ...facts,
        latex: '-\\ln \\max_i p_i',
        plain: '−ln max p',
        folds: [maximum(({ logP }, i) => logP[i])],
        combine: ([largest]) => -largest,
      };
    }
    const tsallis = order === 0 ? [] : tsallisEntropy.of(order).folds;
    return {
      ...facts,
      latex: '\\frac{1}{1 - \\alpha} \\ln \\sum_i p_i^\\alpha',
      plain: 'ln(Σ p^α)/(1 − α)',
      folds: [
        logSum(({ p, logP }, i) => (p[i] === 0 ? Number.NEGATIVE_INFINITY : order * logP[i])),
        ...tsallis,
      ],
      // With T the Tsallis entropy, Σ pᵅ = 1 + (1 − α)T, which has digits where α is nearly one.
      combine: ([logarithm, entropy = Number.POSITIVE_INFINITY], { pExcess }) => {
        const beyondOne = (1 - order) * entropy + pExcess;
        return (Math.abs(beyondOne) < 0.5 ? Math.log1p(beyondOne) : logarithm) / (1 - order);
      },
    };
  },
};
