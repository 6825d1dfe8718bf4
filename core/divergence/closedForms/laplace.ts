import { excessOfExp, excessOfRatio } from '../../numeric/special/logarithms';
import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { formula, type LocationScale } from '../families/family';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';

const laplaceLaplace: ClosedForm<LocationScale, LocationScale> = {
  p: 'laplace',
  q: 'laplace',
  formula: formula(
    '\\ln\\frac{b_2}{b_1}+\\frac{|d|}{b_2}+\\frac{b_1}{b_2}e^{-|d|/b_1}-1,\\ d=\\mu_1-\\mu_2',
    'ln(b₂/b₁) + |d|/b₂ + (b₁/b₂) exp(−|d|/b₁) − 1, d = μ₁ − μ₂',
  ),
  source: TORCH,
  kl: (p, q) => {
    const ratio = p.scale / q.scale;
    const distance = Math.abs(p.loc - q.loc) / p.scale;
    return excessOfRatio(p.scale, q.scale) + ratio * excessOfExp(-distance);
  },
};

const laplaceNormal: ClosedForm<LocationScale, LocationScale> = {
  p: 'laplace',
  q: 'normal',
  formula: formula(
    '\\ln\\frac{\\sigma_2\\sqrt{2\\pi}}{2b_1}-1+\\frac{2b_1^2+(\\mu_1-\\mu_2)^2}{2\\sigma_2^2}',
    'ln(σ₂√(2π)/(2b₁)) − 1 + (2b₁² + (μ₁ − μ₂)²)/(2σ₂²)',
  ),
  source: TORCH,
  kl: (p, q) =>
    Math.log(q.scale / (2 * p.scale)) +
    HALF_LN_TWO_PI -
    1 +
    (p.scale / q.scale) ** 2 +
    0.5 * ((p.loc - q.loc) / q.scale) ** 2,
};

const laplaceGumbel: ClosedForm<LocationScale, LocationScale> = {
  p: 'laplace',
  q: 'gumbel',
  formula: formula(
    '\\ln\\frac{\\beta_2}{2b_1}-1+\\frac{\\mu_1-\\mu_2}{\\beta_2}+\\frac{e^{(\\mu_2-\\mu_1)/\\beta_2}}{1-b_1^2/\\beta_2^2},\\ b_1<\\beta_2',
    'ln(β₂/(2b₁)) − 1 + (μ₁ − μ₂)/β₂ + exp((μ₂ − μ₁)/β₂)/(1 − b₁²/β₂²), b₁ < β₂',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const d = (p.loc - q.loc) / q.scale;
    const ratio = p.scale / q.scale;
    return Math.log(1 / (2 * ratio)) - 1 + d + Math.exp(-d) / ((1 - ratio) * (1 + ratio));
  },
};

/** P Laplace. */
export const laplaceClosedForms = [laplaceLaplace, laplaceNormal, laplaceGumbel];
