import { digamma } from '../../numeric/special/digamma';
import { gammaEntropy } from '../../numeric/special/gammaEntropy';
import { xLogY } from '../../numeric/special/logarithms';
import { logGamma } from '../../numeric/special/logGamma';
import type { MultivariateDistribution } from './distribution';
import { type Family, formula } from './family';

export type DirichletParameters = { readonly concentration: readonly number[] };

/** ln B(α) = Σ ln Γ(αᵢ) − ln Γ(Σ αᵢ). */
export function logMultivariateBeta(concentration: readonly number[]): number {
  const sum = concentration.reduce((a, b) => a + b, 0);
  return concentration.reduce((total, a) => total + logGamma(a), 0) - logGamma(sum);
}

/** Its entropy is of the density over the first k − 1 coordinates of the simplex. */
export const dirichlet: Family<DirichletParameters> = {
  name: 'dirichlet',
  aliases: [],
  parameters: [
    {
      name: 'concentration',
      aliases: ['alpha'],
      symbol: formula('\\alpha', 'α'),
      domain: 'positive-vector',
    },
  ],
  density: formula(
    '\\frac{1}{B(\\alpha)}\\prod_i x_i^{\\alpha_i-1},\\ \\sum_i x_i=1',
    'Π x[i]^(α[i]−1)/B(α), Σ x[i] = 1',
  ),
  entropy: formula(
    '\\ln B(\\alpha)-\\sum_i(\\alpha_i-1)(\\psi(\\alpha_i)-\\psi(\\alpha_0)),\\ \\alpha_0=\\sum_i\\alpha_i',
    'ln B(α) − Σ (α[i] − 1)(ψ(α[i]) − ψ(α₀)), α₀ = Σ α[i]',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#dirichlet',
  violation: ({ concentration }) =>
    concentration.length > 1 ? null : { parameter: 'concentration', domain: '(0, ∞)ⁿ, n ≥ 2' },
  create({ concentration }): MultivariateDistribution {
    const sum = concentration.reduce((a, b) => a + b, 0);
    const normaliser = logMultivariateBeta(concentration);
    const entropies = concentration.reduce((total, a) => total + gammaEntropy(a), -gammaEntropy(sum));
    return {
      kind: 'multivariate',
      dimension: concentration.length,
      space: 'simplex',
      entropy: entropies - (concentration.length - 1) * digamma(sum),
      mean: concentration.map((a) => a / sum),
      work: 100 + 100 * concentration.length,
      logDensity: (x) => concentration.reduce((log, a, i) => log + xLogY(a - 1, x[i] ?? 0), -normaliser),
      sample: (random) => {
        const parts = concentration.map((a) => random.gamma(a));
        const whole = parts.reduce((a, b) => a + b, 0);
        return parts.map((part) => part / whole);
      },
    };
  },
};
