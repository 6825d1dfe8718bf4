import { logGammaExcess } from '../../numeric/special/gammaEntropy';
import { cholesky, logDeterminant, solveLower } from '../families/cholesky';
import type { DirichletParameters } from '../families/dirichlet';
import { formula } from '../families/family';
import { fullCovariance, type LowRankParameters } from '../families/lowRankMultivariateNormal';
import type { MultivariateNormalParameters } from '../families/multivariateNormal';
import { type ClosedForm, TORCH } from './closedForm';

const normals: ClosedForm<MultivariateNormalParameters, MultivariateNormalParameters> = {
  p: 'multivariate_normal',
  q: 'multivariate_normal',
  formula: formula(
    '\\tfrac12\\left(\\operatorname{tr}(\\Sigma_2^{-1}\\Sigma_1)+(\\mu_2-\\mu_1)^\\top\\Sigma_2^{-1}(\\mu_2-\\mu_1)-k+\\ln\\frac{\\det\\Sigma_2}{\\det\\Sigma_1}\\right)',
    '½ (tr(Σ₂⁻¹Σ₁) + (μ₂ − μ₁)ᵀ Σ₂⁻¹ (μ₂ − μ₁) − k + ln(det Σ₂/det Σ₁))',
  ),
  source: TORCH,
  applies: (p, q) => p.loc.length === q.loc.length,
  kl: (p, q) => {
    const first = cholesky(p.covariance_matrix) ?? [];
    const second = cholesky(q.covariance_matrix) ?? [];
    const square = (values: readonly number[]) => values.reduce((sum, x) => sum + x * x, 0);
    let trace = 0;
    for (const [j] of first.entries()) {
      trace += square(
        solveLower(
          second,
          first.map((row) => row[j] ?? 0),
        ),
      );
    }
    const distance = square(
      solveLower(
        second,
        p.loc.map((x, i) => x - (q.loc[i] ?? 0)),
      ),
    );
    return 0.5 * (trace - p.loc.length + distance + logDeterminant(second) - logDeterminant(first));
  },
};

const dirichlets: ClosedForm<DirichletParameters, DirichletParameters> = {
  p: 'dirichlet',
  q: 'dirichlet',
  formula: formula(
    '\\ln\\frac{B(\\alpha^{(2)})}{B(\\alpha^{(1)})}+\\sum_i(\\alpha_i^{(1)}-\\alpha_i^{(2)})\\left(\\psi(\\alpha_i^{(1)})-\\psi(\\alpha_0^{(1)})\\right)',
    'ln(B(α₂)/B(α₁)) + Σ (α₁[i] − α₂[i])(ψ(α₁[i]) − ψ(Σ α₁))',
  ),
  source: TORCH,
  applies: (p, q) => p.concentration.length === q.concentration.length,
  kl: (p, q) => {
    const totalOf = ({ concentration }: DirichletParameters) => concentration.reduce((a, b) => a + b, 0);
    const terms = p.concentration.map((a, i) => logGammaExcess(q.concentration[i] ?? Number.NaN, a));
    return terms.reduce((a, b) => a + b, -logGammaExcess(totalOf(q), totalOf(p)));
  },
};

const lowRank = 'low_rank_multivariate_normal';

const lowRanks: ClosedForm<LowRankParameters, LowRankParameters> = {
  ...normals,
  p: lowRank,
  q: lowRank,
  applies: (p, q) => p.loc.length === q.loc.length,
  kl: (p, q) => normals.kl(fullCovariance(p), fullCovariance(q)),
};

const lowRankToFull: ClosedForm<LowRankParameters, MultivariateNormalParameters> = {
  ...normals,
  p: lowRank,
  applies: (p, q) => p.loc.length === q.loc.length,
  kl: (p, q) => normals.kl(fullCovariance(p), q),
};

const fullToLowRank: ClosedForm<MultivariateNormalParameters, LowRankParameters> = {
  ...normals,
  q: lowRank,
  applies: (p, q) => p.loc.length === q.loc.length,
  kl: (p, q) => normals.kl(p, fullCovariance(q)),
};

/** P of more than one variable. */
export const multivariateClosedForms = [normals, fullToLowRank, lowRanks, lowRankToFull, dirichlets];
