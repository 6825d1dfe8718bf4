import { errorComplement } from '../../numeric/special/errorFunction';
import { excessOverLog1p } from '../../numeric/special/logarithms';
import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { formula, type LocationScale } from '../families/family';
import { type ClosedForm, DERIVED, PROBABILITY, TORCH } from './closedForm';

/** E|X − m| for X normal, d = μ − m: its own spread where m is near, |d| where it is far. */
function absoluteDeviation(d: number, scale: number): number {
  const z = Math.abs(d) / scale;
  const gaussian = Math.exp(-0.5 * z * z) * Math.sqrt(2 / Math.PI);
  return Math.abs(d) + scale * (gaussian - z * errorComplement(z / Math.SQRT2));
}

/** KL of normals; exact 0 for equal ones, without cancellation for close ones. */
export function klNormal(p: LocationScale, q: LocationScale): number {
  const ratio = (p.scale - q.scale) / q.scale;
  const spread =
    Math.abs(ratio) < 0.25
      ? excessOverLog1p(ratio * (2 + ratio))
      : (p.scale / q.scale) ** 2 - 1 - 2 * Math.log(p.scale / q.scale);
  return 0.5 * (spread + ((p.loc - q.loc) / q.scale) ** 2);
}

const same = formula(
  '\\tfrac12\\left(\\frac{\\sigma_1^2}{\\sigma_2^2}+\\frac{(\\mu_1-\\mu_2)^2}{\\sigma_2^2}-1-\\ln\\frac{\\sigma_1^2}{\\sigma_2^2}\\right)',
  '½ (σ₁²/σ₂² + (μ₁ − μ₂)²/σ₂² − 1 − ln(σ₁²/σ₂²))',
);

const normalNormal: ClosedForm<LocationScale, LocationScale> = {
  p: 'normal',
  q: 'normal',
  formula: same,
  source: TORCH,
  kl: klNormal,
};

const normalLaplace: ClosedForm<LocationScale, LocationScale> = {
  p: 'normal',
  q: 'laplace',
  formula: formula(
    '\\ln\\frac{2b_2}{\\sigma_1\\sqrt{2\\pi e}}+\\frac1{b_2}\\left(\\sigma_1\\sqrt{\\tfrac2\\pi}\\,e^{-z^2/2}+d\\operatorname{erf}\\tfrac{z}{\\sqrt2}\\right),\\ d=\\mu_1-\\mu_2,\\ z=\\tfrac{d}{\\sigma_1}',
    'ln(2b₂/(σ₁√(2πe))) + (σ₁√(2/π) exp(−z²/2) + d erf(z/√2))/b₂, d = μ₁ − μ₂, z = d/σ₁',
  ),
  source: TORCH,
  kl: (p, q) =>
    Math.log((2 * q.scale) / p.scale) -
    HALF_LN_TWO_PI -
    0.5 +
    absoluteDeviation(p.loc - q.loc, p.scale) / q.scale,
};

const normalGumbel: ClosedForm<LocationScale, LocationScale> = {
  p: 'normal',
  q: 'gumbel',
  formula: formula(
    '\\ln\\frac{\\beta_2}{\\sigma_1\\sqrt{2\\pi e}}+\\frac{\\mu_1-\\mu_2}{\\beta_2}+\\exp\\left(\\frac{\\mu_2-\\mu_1}{\\beta_2}+\\frac{\\sigma_1^2}{2\\beta_2^2}\\right)',
    'ln(β₂/(σ₁√(2πe))) + (μ₁ − μ₂)/β₂ + exp((μ₂ − μ₁)/β₂ + σ₁²/(2β₂²))',
  ),
  source: TORCH,
  kl: (p, q) => {
    const d = (p.loc - q.loc) / q.scale;
    return (
      Math.log(q.scale / p.scale) - HALF_LN_TWO_PI - 0.5 + d + Math.exp(-d + 0.5 * (p.scale / q.scale) ** 2)
    );
  },
};

const halfNormalHalfNormal: ClosedForm<{ readonly scale: number }, { readonly scale: number }> = {
  p: 'half_normal',
  q: 'half_normal',
  formula: formula(
    '\\tfrac12\\left(\\frac{\\sigma_1^2}{\\sigma_2^2}-1-\\ln\\frac{\\sigma_1^2}{\\sigma_2^2}\\right)',
    '½ (σ₁²/σ₂² − 1 − ln(σ₁²/σ₂²))',
  ),
  source: TORCH,
  kl: (p, q) => klNormal({ loc: 0, scale: p.scale }, { loc: 0, scale: q.scale }),
};

const halfNormalNormal: ClosedForm<{ readonly scale: number }, LocationScale> = {
  p: 'half_normal',
  q: 'normal',
  formula: formula(
    '\\ln2+\\tfrac12\\left(\\frac{\\sigma_1^2+\\mu_2^2-2\\mu_2\\sigma_1\\sqrt{2/\\pi}}{\\sigma_2^2}-1-\\ln\\frac{\\sigma_1^2}{\\sigma_2^2}\\right)',
    'ln 2 + ½ ((σ₁² + μ₂² − 2μ₂σ₁√(2/π))/σ₂² − 1 − ln(σ₁²/σ₂²))',
  ),
  source: DERIVED,
  kl: (p, q) =>
    Math.LN2 +
    klNormal({ loc: 0, scale: p.scale }, q) -
    (q.loc * p.scale * Math.sqrt(2 / Math.PI)) / q.scale ** 2,
};

const transformed = (family: string): ClosedForm<LocationScale, LocationScale> => ({
  p: family,
  q: family,
  formula: same,
  source: PROBABILITY,
  kl: klNormal,
});

/** P normal, and the families that are images of it. */
export const normalClosedForms = [
  normalNormal,
  normalLaplace,
  normalGumbel,
  halfNormalHalfNormal,
  halfNormalNormal,
  transformed('log_normal'),
  transformed('logit_normal'),
];
