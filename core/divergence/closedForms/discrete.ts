import { excessOfRatio, xLogY } from '../../numeric/special/logarithms';
import { bernoulli } from '../families/bernoulli';
import type { BinomialParameters } from '../families/binomial';
import type { ProbabilityParameters } from '../families/continuousBernoulli';
import { formula } from '../families/family';
import type { NegativeBinomialParameters } from '../families/negativeBinomial';
import { type ClosedForm, TORCH } from './closedForm';
import type { RateParameters } from './exponential';

/** p ln(p/q) + q − p, never negative. */
function term(p: number, q: number): number {
  if (p === 0) return q;
  return p * excessOfRatio(q, p);
}

function klCoin(p: number, q: number): number {
  return term(p, q) + term(1 - p, 1 - q);
}

const coin = 'p_1\\ln\\frac{p_1}{p_2}+(1-p_1)\\ln\\frac{1-p_1}{1-p_2}';
const coinPlain = 'p₁ ln(p₁/p₂) + (1 − p₁) ln((1 − p₁)/(1 − p₂))';

const bernoulliBernoulli: ClosedForm<ProbabilityParameters, ProbabilityParameters> = {
  p: 'bernoulli',
  q: 'bernoulli',
  formula: formula(coin, coinPlain),
  source: TORCH,
  kl: (p, q) => klCoin(p.probs, q.probs),
};

const bernoulliPoisson: ClosedForm<ProbabilityParameters, RateParameters> = {
  p: 'bernoulli',
  q: 'poisson',
  formula: formula(
    'p_1\\ln p_1+(1-p_1)\\ln(1-p_1)+\\lambda_2-p_1\\ln\\lambda_2',
    'p₁ ln p₁ + (1 − p₁) ln(1 − p₁) + λ₂ − p₁ ln λ₂',
  ),
  source: TORCH,
  kl: (p, q) => {
    const distribution = bernoulli.create(p);
    const entropy = distribution.kind === 'discrete' ? (distribution.entropy ?? Number.NaN) : Number.NaN;
    return q.rate - xLogY(p.probs, q.rate) - entropy;
  },
};

const binomialBinomial: ClosedForm<BinomialParameters, BinomialParameters> = {
  p: 'binomial',
  q: 'binomial',
  formula: formula(`n\\left(${coin}\\right),\\ n_1=n_2=n`, `n (${coinPlain}), n₁ = n₂ = n`),
  source: TORCH,
  applies: (p, q) => p.total_count === q.total_count,
  kl: (p, q) => p.total_count * klCoin(p.probs, q.probs),
};

const geometricGeometric: ClosedForm<ProbabilityParameters, ProbabilityParameters> = {
  p: 'geometric',
  q: 'geometric',
  formula: formula(`\\frac1{p_1}\\left(${coin}\\right)`, `(${coinPlain})/p₁`),
  source: TORCH,
  kl: (p, q) => klCoin(p.probs, q.probs) / p.probs,
};

const negativeBinomialSame: ClosedForm<NegativeBinomialParameters, NegativeBinomialParameters> = {
  p: 'negative_binomial',
  q: 'negative_binomial',
  formula: formula(
    `\\frac r{1-p_1}\\left(${coin}\\right),\\ r_1=r_2=r`,
    `r (${coinPlain})/(1 − p₁), r₁ = r₂ = r`,
  ),
  source: 'KL(Xⁿ ‖ Yⁿ) = n KL(X ‖ Y)',
  applies: (p, q) => p.total_count === q.total_count,
  kl: (p, q) => (p.total_count / (1 - p.probs)) * klCoin(p.probs, q.probs),
};

const poissonPoisson: ClosedForm<RateParameters, RateParameters> = {
  p: 'poisson',
  q: 'poisson',
  formula: formula(
    '\\lambda_1\\ln\\frac{\\lambda_1}{\\lambda_2}-\\lambda_1+\\lambda_2',
    'λ₁ ln(λ₁/λ₂) − λ₁ + λ₂',
  ),
  source: TORCH,
  kl: (p, q) => term(p.rate, q.rate),
};

/** P on the integers. */
export const discreteClosedForms = [
  bernoulliBernoulli,
  bernoulliPoisson,
  binomialBinomial,
  geometricGeometric,
  negativeBinomialSame,
  poissonPoisson,
];
