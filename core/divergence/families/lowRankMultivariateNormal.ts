import type { MultivariateDistribution } from './distribution';
import { type Family, formula } from './family';
import { type MultivariateNormalParameters, multivariateNormal } from './multivariateNormal';

type Rows = readonly (readonly number[])[];
export type LowRankParameters = {
  readonly loc: readonly number[];
  readonly cov_factor: Rows;
  readonly cov_diag: readonly number[];
};

/** The same normal by its full covariance matrix, W Wᵀ + D. */
export function fullCovariance({
  loc,
  cov_factor,
  cov_diag,
}: LowRankParameters): MultivariateNormalParameters {
  const covariance_matrix = cov_factor.map((row, i) =>
    cov_factor.map((other, j) => {
      const product = row.reduce((sum, entry, k) => sum + entry * (other[k] ?? 0), 0);
      return product + (i === j ? (cov_diag[i] ?? 0) : 0);
    }),
  );
  return { loc, covariance_matrix };
}

export const lowRankMultivariateNormal: Family<LowRankParameters> = {
  name: 'low_rank_multivariate_normal',
  aliases: [],
  parameters: [
    { name: 'loc', aliases: ['mean', 'mu'], symbol: formula('\\mu', 'μ'), domain: 'real-vector' },
    { name: 'cov_factor', symbol: formula('W', 'W'), domain: 'real-rectangle' },
    { name: 'cov_diag', symbol: formula('D', 'D'), domain: 'positive-vector' },
  ],
  density: formula(
    '\\frac{e^{-\\frac12(x-\\mu)^\\top\\Sigma^{-1}(x-\\mu)}}{\\sqrt{(2\\pi)^k\\det\\Sigma}},\\ \\Sigma=WW^\\top+D',
    'exp(−½ (x − μ)ᵀ Σ⁻¹ (x − μ))/√((2π)^k det Σ), Σ = W Wᵀ + D',
  ),
  entropy: formula('\\tfrac k2\\ln(2\\pi e)+\\tfrac12\\ln\\det\\Sigma', 'k/2 ln(2πe) + ½ ln det Σ'),
  source: 'https://pytorch.org/docs/stable/distributions.html#lowrankmultivariatenormal',
  violation({ loc, cov_factor, cov_diag }) {
    const n = loc.length;
    if (cov_factor.length !== n) return { parameter: 'cov_factor', domain: `(−∞, ∞)^(${n} × r)` };
    return cov_diag.length === n ? null : { parameter: 'cov_diag', domain: `(0, ∞)^${n}` };
  },
  create(parameters): MultivariateDistribution {
    const created = multivariateNormal.create(fullCovariance(parameters));
    if (created.kind !== 'multivariate')
      throw new Error('a normal of several variables is one of several variables');
    return created;
  },
};
