import { digamma } from '../../numeric/special/digamma';
import { gammaEntropy, logGammaExcess } from '../../numeric/special/gammaEntropy';
import { regularisedGamma } from '../../numeric/special/incompleteGamma';
import { excessOfRatio } from '../../numeric/special/logarithms';
import { EULER_GAMMA, HALF_LN_TWO_PI, logGamma } from '../../numeric/special/logGamma';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { WeibullParameters } from '../families/weibull';
import { type ClosedForm, DERIVED, PROBABILITY, TORCH } from './closedForm';
import type { RateParameters } from './exponential';
import { klNormal } from './normal';

type Degrees = { readonly df: number };
const asGamma = ({ df }: Degrees): GammaParameters => ({ concentration: df / 2, rate: 0.5 });

function klGamma(p: GammaParameters, q: GammaParameters): number {
  return (
    p.concentration * excessOfRatio(q.rate, p.rate) +
    (p.concentration - q.concentration) * Math.log(q.rate / p.rate) +
    logGammaExcess(q.concentration, p.concentration)
  );
}

/** E ln p(X), the negative entropy. */
function negativeEntropy(p: GammaParameters): number {
  return Math.log(p.rate) - gammaEntropy(p.concentration);
}

const latex =
  '\\alpha_2\\ln\\frac{\\beta_1}{\\beta_2}+\\ln\\frac{\\Gamma(\\alpha_2)}{\\Gamma(\\alpha_1)}+(\\alpha_1-\\alpha_2)\\psi(\\alpha_1)+(\\beta_2-\\beta_1)\\frac{\\alpha_1}{\\beta_1}';
const plain = 'α₂ ln(β₁/β₂) + ln(Γ(α₂)/Γ(α₁)) + (α₁ − α₂) ψ(α₁) + (β₂ − β₁) α₁/β₁';

const gammaGamma: ClosedForm<GammaParameters, GammaParameters> = {
  p: 'gamma',
  q: 'gamma',
  formula: formula(latex, plain),
  source: TORCH,
  kl: klGamma,
};

const inverseGammaInverseGamma: ClosedForm<GammaParameters, GammaParameters> = {
  ...gammaGamma,
  p: 'inverse_gamma',
  q: 'inverse_gamma',
  source: 'KL(X ‖ Y) = KL(1/X ‖ 1/Y)',
};

const gammaExponential: ClosedForm<GammaParameters, RateParameters> = {
  p: 'gamma',
  q: 'exponential',
  formula: formula(
    '\\ln\\frac{\\beta_1}{\\lambda_2}-\\ln\\Gamma(\\alpha_1)+(\\alpha_1-1)\\psi(\\alpha_1)-\\alpha_1+\\lambda_2\\frac{\\alpha_1}{\\beta_1}',
    'ln(β₁/λ₂) − ln Γ(α₁) + (α₁ − 1) ψ(α₁) − α₁ + λ₂α₁/β₁',
  ),
  source: TORCH,
  kl: (p, q) => klGamma(p, { concentration: 1, rate: q.rate }),
};

const gammaGumbel: ClosedForm<GammaParameters, LocationScale> = {
  p: 'gamma',
  q: 'gumbel',
  formula: formula(
    '-H_1+\\ln\\beta_2+\\frac{\\alpha_1/\\beta_1-\\mu_2}{\\beta_2}+e^{\\mu_2/\\beta_2}\\left(1+\\frac1{\\beta_1\\beta_2}\\right)^{-\\alpha_1}',
    '−H(P) + ln β₂ + (α₁/β₁ − μ₂)/β₂ + exp(μ₂/β₂) (1 + 1/(β₁β₂))^(−α₁)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const shift = q.loc / q.scale;
    const transform = Math.exp(shift - p.concentration * Math.log1p(1 / (p.rate * q.scale)));
    return negativeEntropy(p) + Math.log(q.scale) + p.concentration / (p.rate * q.scale) - shift + transform;
  },
};

const gammaNormal: ClosedForm<GammaParameters, LocationScale> = {
  p: 'gamma',
  q: 'normal',
  formula: formula(
    '-H_1+\\ln(\\sigma_2\\sqrt{2\\pi})+\\frac{(\\alpha_1/\\beta_1-\\mu_2)^2+\\alpha_1/\\beta_1^2}{2\\sigma_2^2}',
    '−H(P) + ln(σ₂√(2π)) + ((α₁/β₁ − μ₂)² + α₁/β₁²)/(2σ₂²)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const mean = p.concentration / p.rate;
    const square = ((mean - q.loc) / q.scale) ** 2 + p.concentration / (p.rate * q.scale) ** 2;
    return negativeEntropy(p) + Math.log(q.scale) + HALF_LN_TWO_PI + 0.5 * square;
  },
};

const gammaLaplace: ClosedForm<GammaParameters, LocationScale> = {
  p: 'gamma',
  q: 'laplace',
  formula: formula(
    '-H_1+\\ln(2b_2)+\\frac{m-\\mu_2+2\\left(\\mu_2P(\\alpha_1,\\beta_1\\mu_2)-mP(\\alpha_1+1,\\beta_1\\mu_2)\\right)}{b_2},\\ m=\\tfrac{\\alpha_1}{\\beta_1},\\ P(\\cdot,x)=0\\ (x\\le0)',
    '−H(P) + ln(2b₂) + (m − μ₂ + 2(μ₂ P(α₁, β₁μ₂) − m P(α₁ + 1, β₁μ₂)))/b₂, m = α₁/β₁, P(·, x) = 0 (x ≤ 0)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const mean = p.concentration / p.rate;
    const at = p.rate * Math.max(q.loc, 0);
    const below =
      q.loc * regularisedGamma(p.concentration, at) - mean * regularisedGamma(p.concentration + 1, at);
    return negativeEntropy(p) + Math.log(2 * q.scale) + (mean - q.loc + 2 * below) / q.scale;
  },
};

const gammaChi2: ClosedForm<GammaParameters, Degrees> = {
  p: 'gamma',
  q: 'chi2',
  formula: formula(
    `${latex},\\ \\alpha_2=\\tfrac{\\nu_2}2,\\ \\beta_2=\\tfrac12`,
    `${plain}, α₂ = ν₂/2, β₂ = ½`,
  ),
  source: PROBABILITY,
  kl: (p, q) => klGamma(p, asGamma(q)),
};

const chi2Gamma: ClosedForm<Degrees, GammaParameters> = {
  p: 'chi2',
  q: 'gamma',
  formula: formula(
    `${latex},\\ \\alpha_1=\\tfrac{\\nu_1}2,\\ \\beta_1=\\tfrac12`,
    `${plain}, α₁ = ν₁/2, β₁ = ½`,
  ),
  source: PROBABILITY,
  kl: (p, q) => klGamma(asGamma(p), q),
};

const chi2Exponential: ClosedForm<Degrees, RateParameters> = {
  p: 'chi2',
  q: 'exponential',
  formula: formula(
    '-\\ln(2\\lambda_2)-\\ln\\Gamma(\\tfrac{\\nu_1}2)+(\\tfrac{\\nu_1}2-1)\\psi(\\tfrac{\\nu_1}2)-\\tfrac{\\nu_1}2+\\lambda_2\\nu_1',
    '−ln(2λ₂) − ln Γ(ν₁/2) + (ν₁/2 − 1) ψ(ν₁/2) − ν₁/2 + λ₂ν₁',
  ),
  source: DERIVED,
  kl: (p, q) => klGamma(asGamma(p), { concentration: 1, rate: q.rate }),
};

const exponentialChi2: ClosedForm<RateParameters, Degrees> = {
  p: 'exponential',
  q: 'chi2',
  formula: formula(
    '\\frac1{2\\lambda_1}-1+\\tfrac{\\nu_2}2\\ln(2\\lambda_1)+\\ln\\Gamma(\\tfrac{\\nu_2}2)+\\gamma(\\tfrac{\\nu_2}2-1)',
    '1/(2λ₁) − 1 + (ν₂/2) ln(2λ₁) + ln Γ(ν₂/2) + γ(ν₂/2 − 1)',
  ),
  source: DERIVED,
  kl: (p, q) => klGamma({ concentration: 1, rate: p.rate }, asGamma(q)),
};

const degreesFormula = formula(
  '\\ln\\frac{\\Gamma(\\nu_2/2)}{\\Gamma(\\nu_1/2)}+\\frac{\\nu_1-\\nu_2}2\\psi(\\tfrac{\\nu_1}2)',
  'ln(Γ(ν₂/2)/Γ(ν₁/2)) + (ν₁ − ν₂)/2 ψ(ν₁/2)',
);
const chi2Chi2: ClosedForm<Degrees, Degrees> = {
  p: 'chi2',
  q: 'chi2',
  formula: degreesFormula,
  source: PROBABILITY,
  kl: (p, q) => klGamma(asGamma(p), asGamma(q)),
};
const chiChi: ClosedForm<Degrees, Degrees> = { ...chi2Chi2, p: 'chi', q: 'chi' };

const gammaWeibull: ClosedForm<GammaParameters, WeibullParameters> = {
  p: 'gamma',
  q: 'weibull',
  formula: formula(
    '-H_1-\\ln\\frac{k_2}{\\lambda_2}-(k_2-1)\\left(\\psi(\\alpha_1)-\\ln(\\beta_1\\lambda_2)\\right)+\\frac{\\Gamma(\\alpha_1+k_2)}{\\Gamma(\\alpha_1)(\\beta_1\\lambda_2)^{k_2}}',
    '−H(P) − ln(k₂/λ₂) − (k₂ − 1)(ψ(α₁) − ln(β₁λ₂)) + Γ(α₁ + k₂)/(Γ(α₁) (β₁λ₂)^k₂)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const k = q.concentration;
    const logProduct = Math.log(p.rate * q.scale);
    const moment = Math.exp(logGamma(p.concentration + k) - logGamma(p.concentration) - k * logProduct);
    const logMoment = digamma(p.concentration) - logProduct;
    return negativeEntropy(p) - Math.log(k / q.scale) - (k - 1) * logMoment + moment;
  },
};

const weibullWeibull: ClosedForm<WeibullParameters, WeibullParameters> = {
  p: 'weibull',
  q: 'weibull',
  formula: formula(
    '\\ln\\frac{k_1}{\\lambda_1^{k_1}}-\\ln\\frac{k_2}{\\lambda_2^{k_2}}+(k_1-k_2)\\left(\\ln\\lambda_1-\\frac\\gamma{k_1}\\right)+\\left(\\frac{\\lambda_1}{\\lambda_2}\\right)^{k_2}\\Gamma\\left(\\frac{k_2}{k_1}+1\\right)-1',
    'ln(k₁/λ₁^k₁) − ln(k₂/λ₂^k₂) + (k₁ − k₂)(ln λ₁ − γ/k₁) + (λ₁/λ₂)^k₂ Γ(k₂/k₁ + 1) − 1',
  ),
  source: PROBABILITY,
  kl: (p, q) => {
    const r = q.concentration / p.concentration;
    const logScale = q.concentration * Math.log(p.scale / q.scale);
    const exponent = logScale + logGamma(r + 1);
    return Math.expm1(exponent) - logScale - Math.log(r) + (r - 1) * EULER_GAMMA;
  },
};

const weibullGamma: ClosedForm<WeibullParameters, GammaParameters> = {
  p: 'weibull',
  q: 'gamma',
  formula: formula(
    '-H_1+\\ln\\Gamma(\\alpha_2)-\\alpha_2\\ln\\beta_2-(\\alpha_2-1)\\left(\\ln\\lambda_1-\\frac\\gamma{k_1}\\right)+\\beta_2\\lambda_1\\Gamma\\left(1+\\frac1{k_1}\\right)',
    '−H(P) + ln Γ(α₂) − α₂ ln β₂ − (α₂ − 1)(ln λ₁ − γ/k₁) + β₂λ₁ Γ(1 + 1/k₁)',
  ),
  source: PROBABILITY,
  kl: (p, q) => {
    const k = p.concentration;
    const entropy = EULER_GAMMA * (1 - 1 / k) + Math.log(p.scale / k) + 1;
    const logMoment = Math.log(p.scale) - EULER_GAMMA / k;
    const mean = p.scale * Math.exp(logGamma(1 + 1 / k));
    return (
      -entropy +
      logGamma(q.concentration) -
      q.concentration * Math.log(q.rate) -
      (q.concentration - 1) * logMoment +
      q.rate * mean
    );
  },
};

const rayleighRayleigh: ClosedForm<{ readonly scale: number }, { readonly scale: number }> = {
  p: 'rayleigh',
  q: 'rayleigh',
  formula: formula(
    '\\frac{\\sigma_1^2}{\\sigma_2^2}-1-\\ln\\frac{\\sigma_1^2}{\\sigma_2^2}',
    'σ₁²/σ₂² − 1 − ln(σ₁²/σ₂²)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    return 2 * klNormal({ loc: 0, scale: p.scale }, { loc: 0, scale: q.scale });
  },
};

/** P gamma, and the families that are powers of gamma variables. */
export const gammaClosedForms = [
  gammaGamma,
  inverseGammaInverseGamma,
  gammaExponential,
  gammaGumbel,
  gammaNormal,
  gammaLaplace,
  gammaChi2,
  chi2Gamma,
  chi2Exponential,
  exponentialChi2,
  chi2Chi2,
  chiChi,
  gammaWeibull,
  weibullWeibull,
  weibullGamma,
  rayleighRayleigh,
];
