import { entireExponentialIntegral } from '../../numeric/special/exponentialIntegral';
import { excessOfExp } from '../../numeric/special/logarithms';
import type { BetaParameters } from '../families/beta';
import {
  continuousBernoulli,
  logPartition,
  meanOf,
  naturalParameter,
  type ProbabilityParameters,
} from '../families/continuousBernoulli';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { UniformParameters } from '../families/uniform';
import { type ClosedForm, DERIVED, PROBABILITY, TORCH } from './closedForm';
import type { RateParameters } from './exponential';
import { betaCrossEntropy, gammaCrossEntropy, laplaceCrossEntropy, normalCrossEntropy } from './moments';

const where = '\\eta=\\ln\\tfrac{p}{1-p},\\ \\Lambda(\\eta)=\\ln\\tfrac{e^\\eta-1}\\eta';
const wherePlain = 'η = ln(p/(1 − p)), Λ(η) = ln((e^η − 1)/η)';

function negativeEntropy(eta: number): number {
  return eta * meanOf(eta) - logPartition(eta);
}

/** E ln X; with −η, E ln(1 − X). */
function logMean(eta: number): number {
  return eta === 0 ? -1 : entireExponentialIntegral(-eta) / Math.expm1(eta);
}

const itself: ClosedForm<ProbabilityParameters, ProbabilityParameters> = {
  p: 'continuous_bernoulli',
  q: 'continuous_bernoulli',
  formula: formula(
    `\\Lambda(\\eta_2)-\\Lambda(\\eta_1)+(\\eta_1-\\eta_2)\\Lambda^\\prime(\\eta_1),\\ ${where}`,
    `Λ(η₂) − Λ(η₁) + (η₁ − η₂) Λ′(η₁), ${wherePlain}`,
  ),
  source: PROBABILITY,
  kl: (p, q) => {
    const first = naturalParameter(p.probs);
    const second = naturalParameter(q.probs);
    return logPartition(second) - logPartition(first) + (first - second) * meanOf(first);
  },
};

const toExponential: ClosedForm<ProbabilityParameters, RateParameters> = {
  p: 'continuous_bernoulli',
  q: 'exponential',
  formula: formula(
    `\\eta_1m-\\Lambda(\\eta_1)-\\ln\\lambda_2+\\lambda_2m,\\ m=\\Lambda^\\prime(\\eta_1),\\ ${where}`,
    `η₁m − Λ(η₁) − ln λ₂ + λ₂m, m = Λ′(η₁), ${wherePlain}`,
  ),
  source: TORCH,
  kl: (p, q) => {
    const eta = naturalParameter(p.probs);
    return negativeEntropy(eta) - Math.log(q.rate) + q.rate * meanOf(eta);
  },
};

const toNormal: ClosedForm<ProbabilityParameters, LocationScale> = {
  p: 'continuous_bernoulli',
  q: 'normal',
  formula: formula(
    `\\eta_1m-\\Lambda(\\eta_1)+\\ln(\\sigma_2\\sqrt{2\\pi})+\\frac{(m-\\mu_2)^2+\\Lambda^{\\prime\\prime}(\\eta_1)}{2\\sigma_2^2},\\ m=\\Lambda^\\prime(\\eta_1),\\ ${where}`,
    `η₁m − Λ(η₁) + ln(σ₂√(2π)) + ((m − μ₂)² + Λ″(η₁))/(2σ₂²), m = Λ′(η₁), ${wherePlain}`,
  ),
  source: TORCH,
  kl: (p, q) => {
    const eta = naturalParameter(p.probs);
    const distribution = continuousBernoulli.create(p);
    const variance = distribution.kind === 'continuous' ? (distribution.variance ?? Number.NaN) : Number.NaN;
    return negativeEntropy(eta) + normalCrossEntropy(meanOf(eta), variance, q);
  },
};

const toUniform: ClosedForm<ProbabilityParameters, UniformParameters> = {
  p: 'continuous_bernoulli',
  q: 'uniform',
  formula: formula(
    `\\eta_1\\Lambda^\\prime(\\eta_1)-\\Lambda(\\eta_1)+\\ln(h_2-l_2),\\ ${where}`,
    `η₁ Λ′(η₁) − Λ(η₁) + ln(h₂ − l₂), ${wherePlain}`,
  ),
  source: TORCH,
  kl: (p, q) => negativeEntropy(naturalParameter(p.probs)) + Math.log(q.high - q.low),
};

const logMeanLatex = 'L(\\eta)=\\frac{\\operatorname{Ein}(-\\eta)}{e^\\eta-1}';
const logMeanPlain = 'L(η) = Ein(−η)/(e^η − 1)';

const toGamma: ClosedForm<ProbabilityParameters, GammaParameters> = {
  p: 'continuous_bernoulli',
  q: 'gamma',
  formula: formula(
    `\\eta_1m-\\Lambda(\\eta_1)+\\ln\\Gamma(\\alpha_2)-\\alpha_2\\ln\\beta_2-(\\alpha_2-1)L(\\eta_1)+\\beta_2m,\\ m=\\Lambda^\\prime(\\eta_1),\\ ${logMeanLatex},\\ ${where}`,
    `η₁m − Λ(η₁) + ln Γ(α₂) − α₂ ln β₂ − (α₂ − 1) L(η₁) + β₂m, m = Λ′(η₁), ${logMeanPlain}, ${wherePlain}`,
  ),
  source: DERIVED,
  kl: (p, q) => {
    const eta = naturalParameter(p.probs);
    return negativeEntropy(eta) + gammaCrossEntropy(meanOf(eta), logMean(eta), q);
  },
};

const toBeta: ClosedForm<ProbabilityParameters, BetaParameters> = {
  p: 'continuous_bernoulli',
  q: 'beta',
  formula: formula(
    `\\eta_1\\Lambda^\\prime(\\eta_1)-\\Lambda(\\eta_1)+\\ln B(a_2,b_2)-(a_2-1)L(\\eta_1)-(b_2-1)L(-\\eta_1),\\ ${logMeanLatex},\\ ${where}`,
    `η₁ Λ′(η₁) − Λ(η₁) + ln B(a₂, b₂) − (a₂ − 1) L(η₁) − (b₂ − 1) L(−η₁), ${logMeanPlain}, ${wherePlain}`,
  ),
  source: DERIVED,
  kl: (p, q) => {
    const eta = naturalParameter(p.probs);
    return negativeEntropy(eta) + betaCrossEntropy(logMean(eta), logMean(-eta), q);
  },
};

const toLaplace: ClosedForm<ProbabilityParameters, LocationScale> = {
  p: 'continuous_bernoulli',
  q: 'laplace',
  formula: formula(
    `\\eta_1m-\\Lambda(\\eta_1)+\\ln(2b_2)+\\frac{E}{b_2},\\ m=\\Lambda^\\prime(\\eta_1),\\ E=\\begin{cases}m-\\mu_2+\\frac{2(e^{\\eta_1\\mu_2}-1-\\eta_1\\mu_2)}{\\eta_1(e^{\\eta_1}-1)}&0<\\mu_2<1\\\\|m-\\mu_2|&\\mu_2\\notin(0,1)\\end{cases},\\ ${where}`,
    `η₁m − Λ(η₁) + ln(2b₂) + E/b₂, m = Λ′(η₁), E = m − μ₂ + 2(e^(η₁μ₂) − 1 − η₁μ₂)/(η₁(e^η₁ − 1)) (0 < μ₂ < 1), |m − μ₂| (μ₂ ∉ (0, 1)), ${wherePlain}`,
  ),
  source: DERIVED,
  kl: (p, q) => {
    const eta = naturalParameter(p.probs);
    const mean = meanOf(eta);
    if (q.loc <= 0 || q.loc >= 1) {
      return negativeEntropy(eta) + laplaceCrossEntropy(Math.abs(mean - q.loc), q);
    }
    const below = eta === 0 ? q.loc ** 2 / 2 : excessOfExp(eta * q.loc) / (eta * Math.expm1(eta));
    return negativeEntropy(eta) + laplaceCrossEntropy(mean - q.loc + 2 * below, q);
  },
};

/** P continuous Bernoulli. */
export const continuousBernoulliClosedForms = [
  itself,
  toExponential,
  toNormal,
  toUniform,
  toGamma,
  toBeta,
  toLaplace,
];
