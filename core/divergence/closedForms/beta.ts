import { digamma } from '../../numeric/special/digamma';
import { logGammaExcess } from '../../numeric/special/gammaEntropy';
import { regularisedBeta } from '../../numeric/special/incompleteBeta';
import { type BetaParameters, betaEntropy } from '../families/beta';
import { logPartition, naturalParameter, type ProbabilityParameters } from '../families/continuousBernoulli';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { UniformParameters } from '../families/uniform';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';
import type { RateParameters } from './exponential';
import { gammaCrossEntropy, laplaceCrossEntropy, normalCrossEntropy } from './moments';

function negativeEntropy({ concentration1: a, concentration0: b }: BetaParameters): number {
  return -betaEntropy(a, b);
}
const mean = ({ concentration1: a, concentration0: b }: BetaParameters) => a / (a + b);
const logMean = ({ concentration1: a, concentration0: b }: BetaParameters) => digamma(a) - digamma(a + b);

const betaBeta: ClosedForm<BetaParameters, BetaParameters> = {
  p: 'beta',
  q: 'beta',
  formula: formula(
    '\\ln\\frac{B(a_2,b_2)}{B(a_1,b_1)}+(a_1-a_2)\\psi(a_1)+(b_1-b_2)\\psi(b_1)+(a_2-a_1+b_2-b_1)\\psi(a_1+b_1)',
    'ln(B(a₂, b₂)/B(a₁, b₁)) + (a₁ − a₂) ψ(a₁) + (b₁ − b₂) ψ(b₁) + (a₂ − a₁ + b₂ − b₁) ψ(a₁ + b₁)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const { concentration1: a, concentration0: b } = q;
    const of = p.concentration1 + p.concentration0;
    return (
      logGammaExcess(a, p.concentration1) + logGammaExcess(b, p.concentration0) - logGammaExcess(a + b, of)
    );
  },
};

const betaContinuousBernoulli: ClosedForm<BetaParameters, ProbabilityParameters> = {
  p: 'beta',
  q: 'continuous_bernoulli',
  formula: formula(
    '-H_1+\\Lambda(\\eta_2)-\\eta_2\\frac{a_1}{a_1+b_1},\\ \\eta=\\ln\\tfrac{p}{1-p},\\ \\Lambda(\\eta)=\\ln\\tfrac{e^\\eta-1}\\eta',
    '−H(P) + Λ(η₂) − η₂ a₁/(a₁ + b₁), η = ln(p/(1 − p)), Λ(η) = ln((e^η − 1)/η)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const eta = naturalParameter(q.probs);
    return negativeEntropy(p) + logPartition(eta) - eta * mean(p);
  },
};

const betaExponential: ClosedForm<BetaParameters, RateParameters> = {
  p: 'beta',
  q: 'exponential',
  formula: formula('-H_1-\\ln\\lambda_2+\\lambda_2\\frac{a_1}{a_1+b_1}', '−H(P) − ln λ₂ + λ₂ a₁/(a₁ + b₁)'),
  source: TORCH,
  kl: (p, q) => negativeEntropy(p) - Math.log(q.rate) + q.rate * mean(p),
};

const betaGamma: ClosedForm<BetaParameters, GammaParameters> = {
  p: 'beta',
  q: 'gamma',
  formula: formula(
    '-H_1+\\ln\\Gamma(\\alpha_2)-\\alpha_2\\ln\\beta_2-(\\alpha_2-1)(\\psi(a_1)-\\psi(a_1+b_1))+\\beta_2\\frac{a_1}{a_1+b_1}',
    '−H(P) + ln Γ(α₂) − α₂ ln β₂ − (α₂ − 1)(ψ(a₁) − ψ(a₁ + b₁)) + β₂ a₁/(a₁ + b₁)',
  ),
  source: TORCH,
  kl: (p, q) => negativeEntropy(p) + gammaCrossEntropy(mean(p), logMean(p), q),
};

const betaNormal: ClosedForm<BetaParameters, LocationScale> = {
  p: 'beta',
  q: 'normal',
  formula: formula(
    '-H_1+\\ln(\\sigma_2\\sqrt{2\\pi})+\\frac{(m-\\mu_2)^2+v}{2\\sigma_2^2},\\ m=\\tfrac{a_1}{a_1+b_1},\\ v=\\tfrac{a_1b_1}{(a_1+b_1)^2(a_1+b_1+1)}',
    '−H(P) + ln(σ₂√(2π)) + ((m − μ₂)² + v)/(2σ₂²), m = a₁/(a₁ + b₁), v = a₁b₁/((a₁ + b₁)²(a₁ + b₁ + 1))',
  ),
  source: TORCH,
  kl: (p, q) => {
    const sum = p.concentration1 + p.concentration0;
    const variance = (mean(p) * (p.concentration0 / sum)) / (sum + 1);
    return negativeEntropy(p) + normalCrossEntropy(mean(p), variance, q);
  },
};

const betaUniform: ClosedForm<BetaParameters, UniformParameters> = {
  p: 'beta',
  q: 'uniform',
  formula: formula('-H_1+\\ln(h_2-l_2)', '−H(P) + ln(h₂ − l₂)'),
  source: TORCH,
  kl: (p, q) => negativeEntropy(p) + Math.log(q.high - q.low),
};

const betaLaplace: ClosedForm<BetaParameters, LocationScale> = {
  p: 'beta',
  q: 'laplace',
  formula: formula(
    '-H_1+\\ln(2b_2)+\\frac{m-\\mu_2+2\\left(\\mu_2I_{\\mu_2}(a_1,b_1)-mI_{\\mu_2}(a_1+1,b_1)\\right)}{b_2},\\ m=\\tfrac{a_1}{a_1+b_1},\\ I_x=0\\ (x\\le0),\\ I_x=1\\ (x\\ge1)',
    '−H(P) + ln(2b₂) + (m − μ₂ + 2(μ₂ I(μ₂; a₁, b₁) − m I(μ₂; a₁ + 1, b₁)))/b₂, m = a₁/(a₁ + b₁), I(x; ·) = 0 (x ≤ 0), 1 (x ≥ 1)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const at = Math.min(1, Math.max(0, q.loc));
    const { concentration1: a, concentration0: b } = p;
    const below = q.loc * regularisedBeta(at, a, b) - mean(p) * regularisedBeta(at, a + 1, b);
    return negativeEntropy(p) + laplaceCrossEntropy(mean(p) - q.loc + 2 * below, q);
  },
};

/** P beta. */
export const betaClosedForms = [
  betaBeta,
  betaContinuousBernoulli,
  betaExponential,
  betaGamma,
  betaNormal,
  betaUniform,
  betaLaplace,
];
