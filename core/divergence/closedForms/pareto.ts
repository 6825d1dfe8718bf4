import { excessOfRatio } from '../../numeric/special/logarithms';
import { formula, type LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';
import type { ParetoParameters } from '../families/pareto';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';
import type { RateParameters } from './exponential';
import { gammaCrossEntropy, laplaceCrossEntropy, normalCrossEntropy } from './moments';

const negativeEntropy = ({ scale, alpha }: ParetoParameters) => Math.log(alpha / scale) - 1 - 1 / alpha;
const mean = ({ scale, alpha }: ParetoParameters) => (alpha * scale) / (alpha - 1);
const logMean = ({ scale, alpha }: ParetoParameters) => Math.log(scale) + 1 / alpha;

const paretoPareto: ClosedForm<ParetoParameters, ParetoParameters> = {
  p: 'pareto',
  q: 'pareto',
  formula: formula(
    '\\alpha_2\\ln\\frac{s_1}{s_2}-\\ln\\frac{\\alpha_2}{\\alpha_1}+\\frac{\\alpha_2}{\\alpha_1}-1,\\ s_1\\ge s_2',
    'α₂ ln(s₁/s₂) − ln(α₂/α₁) + α₂/α₁ − 1, s₁ ≥ s₂',
  ),
  source: TORCH,
  kl: (p, q) => q.alpha * Math.log(p.scale / q.scale) + excessOfRatio(q.alpha, p.alpha),
};

const paretoExponential: ClosedForm<ParetoParameters, RateParameters> = {
  p: 'pareto',
  q: 'exponential',
  formula: formula(
    '\\ln\\frac{\\alpha_1}{s_1\\lambda_2}-1-\\frac1{\\alpha_1}+\\frac{\\lambda_2\\alpha_1s_1}{\\alpha_1-1},\\ \\alpha_1>1',
    'ln(α₁/(s₁λ₂)) − 1 − 1/α₁ + λ₂α₁s₁/(α₁ − 1), α₁ > 1',
  ),
  source: TORCH,
  kl: (p, q) => negativeEntropy(p) - Math.log(q.rate) + q.rate * mean(p),
};

const paretoGamma: ClosedForm<ParetoParameters, GammaParameters> = {
  p: 'pareto',
  q: 'gamma',
  formula: formula(
    '\\ln\\frac{\\alpha_1}{s_1}-1-\\frac1{\\alpha_1}+\\ln\\Gamma(\\alpha_2)-\\alpha_2\\ln\\beta_2-(\\alpha_2-1)\\left(\\ln s_1+\\frac1{\\alpha_1}\\right)+\\frac{\\beta_2\\alpha_1s_1}{\\alpha_1-1},\\ \\alpha_1>1',
    'ln(α₁/s₁) − 1 − 1/α₁ + ln Γ(α₂) − α₂ ln β₂ − (α₂ − 1)(ln s₁ + 1/α₁) + β₂α₁s₁/(α₁ − 1), α₁ > 1',
  ),
  source: TORCH,
  kl: (p, q) => negativeEntropy(p) + gammaCrossEntropy(mean(p), logMean(p), q),
};

const paretoNormal: ClosedForm<ParetoParameters, LocationScale> = {
  p: 'pareto',
  q: 'normal',
  formula: formula(
    '\\ln\\frac{\\alpha_1\\sigma_2\\sqrt{2\\pi}}{s_1}-1-\\frac1{\\alpha_1}+\\frac{(m-\\mu_2)^2+v}{2\\sigma_2^2},\\ m=\\frac{\\alpha_1s_1}{\\alpha_1-1},\\ v=\\frac{\\alpha_1s_1^2}{(\\alpha_1-1)^2(\\alpha_1-2)},\\ \\alpha_1>2',
    'ln(α₁σ₂√(2π)/s₁) − 1 − 1/α₁ + ((m − μ₂)² + v)/(2σ₂²), m = α₁s₁/(α₁ − 1), v = α₁s₁²/((α₁ − 1)²(α₁ − 2)), α₁ > 2',
  ),
  source: TORCH,
  kl: (p, q) => {
    const variance = (p.alpha * p.scale ** 2) / ((p.alpha - 1) ** 2 * (p.alpha - 2));
    return negativeEntropy(p) + normalCrossEntropy(mean(p), variance, q);
  },
};

const paretoLaplace: ClosedForm<ParetoParameters, LocationScale> = {
  p: 'pareto',
  q: 'laplace',
  formula: formula(
    '\\ln\\frac{2b_2\\alpha_1}{s_1}-1-\\frac1{\\alpha_1}+\\frac{m-\\mu_2+2D}{b_2},\\ m=\\frac{\\alpha_1s_1}{\\alpha_1-1},\\ D=\\begin{cases}0&\\mu_2\\le s_1\\\\\\mu_2-s_1-\\frac{s_1}{\\alpha_1-1}\\left(1-(s_1/\\mu_2)^{\\alpha_1-1}\\right)&\\mu_2>s_1\\end{cases}',
    'ln(2b₂α₁/s₁) − 1 − 1/α₁ + (m − μ₂ + 2D)/b₂, m = α₁s₁/(α₁ − 1), D = 0 (μ₂ ≤ s₁), μ₂ − s₁ − s₁(1 − (s₁/μ₂)^(α₁−1))/(α₁ − 1) (μ₂ > s₁)',
  ),
  source: DERIVED,
  kl: (p, q) => {
    const excess = p.alpha - 1;
    const below =
      q.loc <= p.scale
        ? 0
        : q.loc - p.scale + (p.scale / excess) * Math.expm1(excess * Math.log(p.scale / q.loc));
    return negativeEntropy(p) + laplaceCrossEntropy(mean(p) - q.loc + 2 * below, q);
  },
};

/** P Pareto. */
export const paretoClosedForms = [paretoPareto, paretoExponential, paretoGamma, paretoNormal, paretoLaplace];
