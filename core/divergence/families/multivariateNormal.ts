import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { cholesky, invertPositive, logDeterminant, solveLower, timesTranspose } from './cholesky';
import type { MultivariateDistribution } from './distribution';
import { type AlternativeParameter, type Family, formula, type ParameterValue } from './family';

type Rows = readonly (readonly number[])[];
export type MultivariateNormalParameters = {
  readonly loc: readonly number[];
  readonly covariance_matrix: Rows;
};

function rowsOf(value: ParameterValue): Rows {
  if (typeof value === 'number') return [[value]];
  return value.filter((row): row is readonly number[] => typeof row !== 'number');
}

const alternatives: readonly AlternativeParameter[] = [
  { name: 'precision_matrix', domain: 'real-matrix', convert: (value) => invertPositive(rowsOf(value)) },
  {
    name: 'scale_tril',
    domain: 'real-matrix',
    convert: (value) => {
      const rows = rowsOf(value);
      return rows.every((row, i) => (row[i] ?? 0) > 0) ? timesTranspose(rows) : null;
    },
  },
  {
    name: 'scale_diag',
    domain: 'positive-vector',
    convert: (value) => {
      if (typeof value === 'number') return null;
      const scales = value.filter((x): x is number => typeof x === 'number');
      return scales.map((scale, i) => scales.map((_, j) => (i === j ? scale * scale : 0)));
    },
  },
];

export const multivariateNormal: Family<MultivariateNormalParameters> = {
  name: 'multivariate_normal',
  aliases: ['mvn', 'multivariate_gaussian'],
  parameters: [
    { name: 'loc', aliases: ['mean', 'mu'], symbol: formula('\\mu', 'μ'), domain: 'real-vector' },
    {
      name: 'covariance_matrix',
      aliases: ['cov', 'covariance', 'sigma'],
      symbol: formula('\\Sigma', 'Σ'),
      domain: 'real-matrix',
      alternatives,
    },
  ],
  density: formula(
    '\\frac{e^{-\\frac12(x-\\mu)^\\top\\Sigma^{-1}(x-\\mu)}}{\\sqrt{(2\\pi)^k\\det\\Sigma}}',
    'exp(−½ (x − μ)ᵀ Σ⁻¹ (x − μ))/√((2π)^k det Σ)',
  ),
  entropy: formula('\\tfrac k2\\ln(2\\pi e)+\\tfrac12\\ln\\det\\Sigma', 'k/2 ln(2πe) + ½ ln det Σ'),
  source: 'https://pytorch.org/docs/stable/distributions.html#multivariatenormal',
  violation({ loc, covariance_matrix }) {
    const n = loc.length;
    if (covariance_matrix.length !== n) {
      return { parameter: 'covariance_matrix', domain: `(−∞, ∞)^(${n} × ${n})` };
    }
    const definite = cholesky(covariance_matrix) !== null;
    return definite ? null : { parameter: 'covariance_matrix', domain: 'Σ = Σᵀ ≻ 0' };
  },
  create({ loc, covariance_matrix }): MultivariateDistribution {
    const lower = cholesky(covariance_matrix) ?? [];
    const normaliser = loc.length * HALF_LN_TWO_PI + 0.5 * logDeterminant(lower);
    return {
      kind: 'multivariate',
      dimension: loc.length,
      space: 'euclidean',
      entropy: loc.length / 2 + normaliser,
      mean: loc,
      work: 100 + 20 * loc.length ** 2,
      logDensity: (x) => {
        const z = solveLower(
          lower,
          loc.map((centre, axis) => (x[axis] ?? 0) - centre),
        );
        return -0.5 * z.reduce((sum, entry) => sum + entry * entry, 0) - normaliser;
      },
      sample: (random) => {
        const z = loc.map(() => random.normal());
        return loc.map((centre, axis) =>
          (lower[axis] ?? []).reduce((sum, entry, k) => sum + entry * (z[k] ?? 0), centre),
        );
      },
    };
  },
};
