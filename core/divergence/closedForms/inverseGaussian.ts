import { excessOfRatio } from '../../numeric/special/logarithms';
import { formula } from '../families/family';
import type { InverseGaussianParameters } from '../families/inverseGaussian';
import { type ClosedForm, DERIVED } from './closedForm';

const itself: ClosedForm<InverseGaussianParameters, InverseGaussianParameters> = {
  p: 'inverse_gaussian',
  q: 'inverse_gaussian',
  formula: formula(
    '\\tfrac12\\left(\\frac{\\lambda_2}{\\lambda_1}-1-\\ln\\frac{\\lambda_2}{\\lambda_1}\\right)+\\frac{\\lambda_2(\\mu_1-\\mu_2)^2}{2\\mu_1\\mu_2^2}',
    '½ (λ₂/λ₁ − 1 − ln(λ₂/λ₁)) + λ₂(μ₁ − μ₂)²/(2μ₁μ₂²)',
  ),
  source: DERIVED,
  kl: (p, q) =>
    0.5 * excessOfRatio(q.concentration, p.concentration) +
    (q.concentration * ((p.loc - q.loc) / q.loc) ** 2) / (2 * p.loc),
};

/** P inverse Gaussian. */
export const inverseGaussianClosedForms = [itself];
