import { exponentialIntegral } from '../../numeric/special/exponentialIntegral';
import { excessOfExp } from '../../numeric/special/logarithms';
import { EULER_GAMMA, HALF_LN_TWO_PI, logGamma } from '../../numeric/special/logGamma';
import { formula, type LocationScale } from '../families/family';
import { type ClosedForm, DERIVED, PROBABILITY, TORCH } from './closedForm';

const gumbelGumbel: ClosedForm<LocationScale, LocationScale> = {
  p: 'gumbel',
  q: 'gumbel',
  formula: formula(
    '-\\ln r+d+r\\gamma+e^{-d}\\Gamma(1+r)-1-\\gamma,\\ r=\\frac{\\beta_1}{\\beta_2},\\ d=\\frac{\\mu_1-\\mu_2}{\\beta_2}',
    '−ln r + d + rγ + exp(−d) Γ(1 + r) − 1 − γ, r = β₁/β₂, d = (μ₁ − μ₂)/β₂',
  ),
  source: TORCH,
  kl: (p, q) => {
    const r = p.scale / q.scale;
    const exponent = logGamma(1 + r) - (p.loc - q.loc) / q.scale;
    const rest = -Math.log(r) + logGamma(1 + r) + EULER_GAMMA * (r - 1);
    return excessOfExp(exponent) + rest;
  },
};

const gumbelNormal: ClosedForm<LocationScale, LocationScale> = {
  p: 'gumbel',
  q: 'normal',
  formula: formula(
    '\\ln\\frac{\\sigma_2\\sqrt{2\\pi}}{\\beta_1}-1-\\gamma+\\frac{(\\mu_1+\\gamma\\beta_1-\\mu_2)^2+\\pi^2\\beta_1^2/6}{2\\sigma_2^2}',
    'ln(σ₂√(2π)/β₁) − 1 − γ + ((μ₁ + γβ₁ − μ₂)² + π²β₁²/6)/(2σ₂²)',
  ),
  source: TORCH,
  kl: (p, q) =>
    Math.log(q.scale / p.scale) +
    HALF_LN_TWO_PI -
    1 -
    EULER_GAMMA +
    0.5 * ((p.loc + EULER_GAMMA * p.scale - q.loc) / q.scale) ** 2 +
    (Math.PI * (p.scale / q.scale)) ** 2 / 12,
};

const gumbelLaplace: ClosedForm<LocationScale, LocationScale> = {
  p: 'gumbel',
  q: 'laplace',
  formula: formula(
    '\\ln\\frac{2b_2}{\\beta_1}-1-\\gamma+\\frac{\\mu_1+\\gamma\\beta_1-\\mu_2+2\\beta_1E_1(e^{(\\mu_1-\\mu_2)/\\beta_1})}{b_2}',
    'ln(2b₂/β₁) − 1 − γ + (μ₁ + γβ₁ − μ₂ + 2β₁ E₁(exp((μ₁ − μ₂)/β₁)))/b₂',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const z = (p.loc - q.loc) / p.scale;
    const integral = z > 700 ? 0 : z < -600 ? -z - EULER_GAMMA : exponentialIntegral(Math.exp(z));
    const deviation = p.loc + EULER_GAMMA * p.scale - q.loc + 2 * p.scale * integral;
    return Math.log((2 * q.scale) / p.scale) - 1 - EULER_GAMMA + deviation / q.scale;
  },
};

const moyalMoyal: ClosedForm<LocationScale, LocationScale> = {
  p: 'moyal',
  q: 'moyal',
  formula: formula(
    '-\\ln r+\\tfrac12\\left(d+(r-1)(\\gamma+\\ln2)-1+e^{-d}\\,\\frac{2^r\\Gamma(r+\\frac12)}{\\sqrt\\pi}\\right),\\ r=\\frac{\\sigma_1}{\\sigma_2},\\ d=\\frac{\\mu_1-\\mu_2}{\\sigma_2}',
    '−ln r + ½ (d + (r − 1)(γ + ln 2) − 1 + exp(−d) 2^r Γ(r + ½)/√π), r = σ₁/σ₂, d = (μ₁ − μ₂)/σ₂',
  ),
  source: PROBABILITY,
  kl: (p, q) => {
    const r = p.scale / q.scale;
    const d = (p.loc - q.loc) / q.scale;
    const moment = r * Math.LN2 + logGamma(r + 0.5) - 0.5 * Math.log(Math.PI);
    return -Math.log(r) + 0.5 * (excessOfExp(moment - d) + moment + (r - 1) * (EULER_GAMMA + Math.LN2));
  },
};

/** P Gumbel, or Moyal. */
export const gumbelClosedForms = [gumbelGumbel, gumbelNormal, gumbelLaplace, moyalMoyal];
