import { excessOfRatio } from '../../numeric/special/logarithms';
import { EULER_GAMMA, HALF_LN_TWO_PI, logGamma } from '../../numeric/special/logGamma';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { WeibullParameters } from '../families/weibull';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';

export type RateParameters = { readonly rate: number };

const exponentialExponential: ClosedForm<RateParameters, RateParameters> = {
  p: 'exponential',
  q: 'exponential',
  formula: formula(
    '\\frac{\\lambda_2}{\\lambda_1}-1-\\ln\\frac{\\lambda_2}{\\lambda_1}',
    'λ₂/λ₁ − 1 − ln(λ₂/λ₁)',
  ),
  source: TORCH,
  kl: (p, q) => excessOfRatio(q.rate, p.rate),
};

const exponentialGamma: ClosedForm<RateParameters, GammaParameters> = {
  p: 'exponential',
  q: 'gamma',
  formula: formula(
    '\\frac{\\beta_2}{\\lambda_1}-1-\\alpha_2\\ln\\frac{\\beta_2}{\\lambda_1}+\\ln\\Gamma(\\alpha_2)+\\gamma(\\alpha_2-1)',
    'β₂/λ₁ − 1 − α₂ ln(β₂/λ₁) + ln Γ(α₂) + γ(α₂ − 1)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const rest = (q.concentration - 1) * (EULER_GAMMA - Math.log(q.rate / p.rate));
    return excessOfRatio(q.rate, p.rate) + rest + logGamma(q.concentration);
  },
};

const exponentialGumbel: ClosedForm<RateParameters, LocationScale> = {
  p: 'exponential',
  q: 'gumbel',
  formula: formula(
    '\\ln(\\lambda_1\\beta_2)-1+\\frac{1/\\lambda_1-\\mu_2}{\\beta_2}+\\frac{\\lambda_1\\beta_2e^{\\mu_2/\\beta_2}}{1+\\lambda_1\\beta_2}',
    'ln(λ₁β₂) − 1 + (1/λ₁ − μ₂)/β₂ + exp(μ₂/β₂) λ₁β₂/(1 + λ₁β₂)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const product = p.rate * q.scale;
    const shift = q.loc / q.scale;
    return Math.log(product) - 1 + 1 / product - shift + (Math.exp(shift) * product) / (1 + product);
  },
};

const exponentialNormal: ClosedForm<RateParameters, LocationScale> = {
  p: 'exponential',
  q: 'normal',
  formula: formula(
    '\\ln(\\lambda_1\\sigma_2\\sqrt{2\\pi})-1+\\frac{(1/\\lambda_1-\\mu_2)^2+1/\\lambda_1^2}{2\\sigma_2^2}',
    'ln(λ₁σ₂√(2π)) − 1 + ((1/λ₁ − μ₂)² + 1/λ₁²)/(2σ₂²)',
  ),
  source: TORCH,
  kl: (p, q) =>
    Math.log(p.rate * q.scale) +
    HALF_LN_TWO_PI -
    1 +
    0.5 * (((1 / p.rate - q.loc) / q.scale) ** 2 + (1 / (p.rate * q.scale)) ** 2),
};

const exponentialLaplace: ClosedForm<RateParameters, LocationScale> = {
  p: 'exponential',
  q: 'laplace',
  formula: formula(
    '\\ln(2\\lambda_1b_2)-1+\\frac E{b_2},\\ E=\\begin{cases}\\frac1{\\lambda_1}-\\mu_2&\\mu_2\\le0\\\\\\mu_2-\\frac1{\\lambda_1}+\\frac2{\\lambda_1}e^{-\\lambda_1\\mu_2}&\\mu_2>0\\end{cases}',
    'ln(2λ₁b₂) − 1 + E/b₂, E = 1/λ₁ − μ₂ (μ₂ ≤ 0), μ₂ − 1/λ₁ + (2/λ₁) exp(−λ₁μ₂) (μ₂ > 0)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const mean = 1 / p.rate;
    const deviation = q.loc <= 0 ? mean - q.loc : q.loc + mean + 2 * mean * Math.expm1(-p.rate * q.loc);
    return Math.log(2 * p.rate * q.scale) - 1 + deviation / q.scale;
  },
};

const exponentialWeibull: ClosedForm<RateParameters, WeibullParameters> = {
  p: 'exponential',
  q: 'weibull',
  formula: formula(
    '\\ln\\frac{\\lambda_1\\lambda_2}{k_2}-1+(k_2-1)(\\gamma+\\ln(\\lambda_1\\lambda_2))+\\frac{\\Gamma(1+k_2)}{(\\lambda_1\\lambda_2)^{k_2}}',
    'ln(λ₁λ₂/k₂) − 1 + (k₂ − 1)(γ + ln(λ₁λ₂)) + Γ(1 + k₂)/(λ₁λ₂)^k₂',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const k = q.concentration;
    const logProduct = Math.log(p.rate * q.scale);
    const moment = Math.exp(logGamma(1 + k) - k * logProduct);
    return logProduct - Math.log(k) - 1 + (k - 1) * (EULER_GAMMA + logProduct) + moment;
  },
};

/** P exponential. */
export const exponentialClosedForms = [
  exponentialExponential,
  exponentialGamma,
  exponentialGumbel,
  exponentialNormal,
  exponentialLaplace,
  exponentialWeibull,
];
