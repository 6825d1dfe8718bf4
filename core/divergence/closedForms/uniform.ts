import type { BetaParameters } from '../families/beta';
import { logPartition, naturalParameter, type ProbabilityParameters } from '../families/continuousBernoulli';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { ParetoParameters } from '../families/pareto';
import type { UniformParameters } from '../families/uniform';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';
import type { RateParameters } from './exponential';
import {
  betaCrossEntropy,
  gammaCrossEntropy,
  laplaceCrossEntropy,
  normalCrossEntropy,
  uniformLogMean,
} from './moments';

const width = (p: UniformParameters) => p.high - p.low;
const middle = (p: UniformParameters) => p.low + (p.high - p.low) / 2;
const logMean = (p: UniformParameters) => uniformLogMean(p.low, p.high);
const E_LATEX = 'L=\\frac{h_1\\ln h_1-l_1\\ln l_1}{h_1-l_1}-1';
const E_PLAIN = 'L = (h₁ ln h₁ − l₁ ln l₁)/(h₁ − l₁) − 1';

const uniformUniform: ClosedForm<UniformParameters, UniformParameters> = {
  p: 'uniform',
  q: 'uniform',
  formula: formula('\\ln\\frac{h_2-l_2}{h_1-l_1}', 'ln((h₂ − l₂)/(h₁ − l₁))'),
  source: TORCH,
  kl: (p, q) => Math.log(width(q) / width(p)),
};

const uniformBeta: ClosedForm<UniformParameters, BetaParameters> = {
  p: 'uniform',
  q: 'beta',
  formula: formula(
    `-\\ln(h_1-l_1)+\\ln B(a_2,b_2)-(a_2-1)L-(b_2-1)\\bar L,\\ ${E_LATEX},\\ \\bar L=L(1-h_1,1-l_1)`,
    `−ln(h₁ − l₁) + ln B(a₂, b₂) − (a₂ − 1) L − (b₂ − 1) L̄, ${E_PLAIN}, L̄ = L(1 − h₁, 1 − l₁)`,
  ),
  source: TORCH,
  kl: (p, q) => betaCrossEntropy(logMean(p), uniformLogMean(1 - p.high, 1 - p.low), q) - Math.log(width(p)),
};

const uniformContinuousBernoulli: ClosedForm<UniformParameters, ProbabilityParameters> = {
  p: 'uniform',
  q: 'continuous_bernoulli',
  formula: formula(
    '-\\ln(h_1-l_1)+\\Lambda(\\eta_2)-\\eta_2\\frac{l_1+h_1}2,\\ \\eta=\\ln\\tfrac{p}{1-p},\\ \\Lambda(\\eta)=\\ln\\tfrac{e^\\eta-1}\\eta',
    '−ln(h₁ − l₁) + Λ(η₂) − η₂(l₁ + h₁)/2, η = ln(p/(1 − p)), Λ(η) = ln((e^η − 1)/η)',
  ),
  source: TORCH,
  kl: (p, q) => {
    const eta = naturalParameter(q.probs);
    return logPartition(eta) - eta * middle(p) - Math.log(width(p));
  },
};

const uniformExponential: ClosedForm<UniformParameters, RateParameters> = {
  p: 'uniform',
  q: 'exponential',
  formula: formula('\\lambda_2\\frac{l_1+h_1}2-\\ln(\\lambda_2(h_1-l_1))', 'λ₂(l₁ + h₁)/2 − ln(λ₂(h₁ − l₁))'),
  source: TORCH,
  kl: (p, q) => q.rate * middle(p) - Math.log(q.rate * width(p)),
};

const uniformGamma: ClosedForm<UniformParameters, GammaParameters> = {
  p: 'uniform',
  q: 'gamma',
  formula: formula(
    `-\\ln(h_1-l_1)+\\ln\\Gamma(\\alpha_2)-\\alpha_2\\ln\\beta_2-(\\alpha_2-1)L+\\beta_2\\frac{l_1+h_1}2,\\ ${E_LATEX}`,
    `−ln(h₁ − l₁) + ln Γ(α₂) − α₂ ln β₂ − (α₂ − 1) L + β₂(l₁ + h₁)/2, ${E_PLAIN}`,
  ),
  source: TORCH,
  kl: (p, q) => gammaCrossEntropy(middle(p), logMean(p), q) - Math.log(width(p)),
};

const uniformGumbel: ClosedForm<UniformParameters, LocationScale> = {
  p: 'uniform',
  q: 'gumbel',
  formula: formula(
    '\\ln\\frac{\\beta_2}{h_1-l_1}+\\frac{(l_1+h_1)/2-\\mu_2}{\\beta_2}+\\frac{\\beta_2}{h_1-l_1}\\left(e^{-(l_1-\\mu_2)/\\beta_2}-e^{-(h_1-\\mu_2)/\\beta_2}\\right)',
    'ln(β₂/(h₁ − l₁)) + ((l₁ + h₁)/2 − μ₂)/β₂ + β₂/(h₁ − l₁) (exp(−(l₁ − μ₂)/β₂) − exp(−(h₁ − μ₂)/β₂))',
  ),
  source: TORCH,
  kl: (p, q) => {
    const relative = width(p) / q.scale;
    const start = Math.exp((q.loc - p.low) / q.scale);
    return -Math.log(relative) + (middle(p) - q.loc) / q.scale - (start * Math.expm1(-relative)) / relative;
  },
};

const uniformNormal: ClosedForm<UniformParameters, LocationScale> = {
  p: 'uniform',
  q: 'normal',
  formula: formula(
    '\\ln\\frac{\\sigma_2\\sqrt{2\\pi}}{h_1-l_1}+\\frac{\\left(\\frac{l_1+h_1}2-\\mu_2\\right)^2+\\frac{(h_1-l_1)^2}{12}}{2\\sigma_2^2}',
    'ln(σ₂√(2π)/(h₁ − l₁)) + (((l₁ + h₁)/2 − μ₂)² + (h₁ − l₁)²/12)/(2σ₂²)',
  ),
  source: TORCH,
  kl: (p, q) => normalCrossEntropy(middle(p), width(p) ** 2 / 12, q) - Math.log(width(p)),
};

const uniformPareto: ClosedForm<UniformParameters, ParetoParameters> = {
  p: 'uniform',
  q: 'pareto',
  formula: formula(
    `-\\ln(h_1-l_1)-\\ln(\\alpha_2s_2^{\\alpha_2})+(\\alpha_2+1)L,\\ ${E_LATEX},\\ l_1\\ge s_2`,
    `−ln(h₁ − l₁) − ln(α₂ s₂^α₂) + (α₂ + 1) L, ${E_PLAIN}, l₁ ≥ s₂`,
  ),
  source: TORCH,
  kl: (p, q) => (q.alpha + 1) * (logMean(p) - Math.log(q.scale)) - Math.log((q.alpha * width(p)) / q.scale),
};

const uniformLaplace: ClosedForm<UniformParameters, LocationScale> = {
  p: 'uniform',
  q: 'laplace',
  formula: formula(
    '\\ln\\frac{2b_2}{h_1-l_1}+\\frac E{b_2},\\ E=\\begin{cases}\\frac{(\\mu_2-l_1)^2+(h_1-\\mu_2)^2}{2(h_1-l_1)}&l_1<\\mu_2<h_1\\\\\\left|\\mu_2-\\frac{l_1+h_1}2\\right|&\\mu_2\\notin(l_1,h_1)\\end{cases}',
    'ln(2b₂/(h₁ − l₁)) + E/b₂, E = ((μ₂ − l₁)² + (h₁ − μ₂)²)/(2(h₁ − l₁)) (l₁ < μ₂ < h₁), |μ₂ − (l₁ + h₁)/2| (μ₂ ∉ (l₁, h₁))',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const inside = q.loc > p.low && q.loc < p.high;
    const deviation = inside
      ? ((q.loc - p.low) ** 2 + (p.high - q.loc) ** 2) / (2 * width(p))
      : Math.abs(q.loc - middle(p));
    return laplaceCrossEntropy(deviation, q) - Math.log(width(p));
  },
};

/** P uniform. */
export const uniformClosedForms = [
  uniformUniform,
  uniformBeta,
  uniformContinuousBernoulli,
  uniformExponential,
  uniformGamma,
  uniformGumbel,
  uniformNormal,
  uniformPareto,
  uniformLaplace,
];
