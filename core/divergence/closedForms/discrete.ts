import { excessOfRatio, xLog1p, xLogY } from '../../numeric/special/logarithms';
import { bernoulli } from '../families/bernoulli';
import type { BinomialParameters } from '../families/binomial';
import type { CategoricalParameters } from '../families/categorical';
import type { ProbabilityParameters } from '../families/continuousBernoulli';
import { formula } from '../families/family';
import type { NegativeBinomialParameters } from '../families/negativeBinomial';
import { type OrdinalParameters, orderedProbabilities, stoppingProbabilities } from '../families/ordinal';
import { type ProbitParameters, probitProbability } from '../families/probitBernoulli';
import { type ClosedForm, DERIVED, PROBABILITY, TORCH } from './closedForm';
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

const bernoulliGeometric: ClosedForm<ProbabilityParameters, ProbabilityParameters> = {
  p: 'bernoulli',
  q: 'geometric',
  formula: formula(
    'p_1\\ln p_1+(1-p_1)\\ln(1-p_1)-\\ln p_2-p_1\\ln(1-p_2)',
    'p₁ ln p₁ + (1 − p₁) ln(1 − p₁) − ln p₂ − p₁ ln(1 − p₂)',
  ),
  source: DERIVED,
  kl: (p, q) =>
    xLogY(p.probs, p.probs) + xLog1p(1 - p.probs, -p.probs) - Math.log(q.probs) - xLog1p(p.probs, -q.probs),
};

const probits: ClosedForm<ProbitParameters, ProbitParameters> = {
  p: 'probit_bernoulli',
  q: 'probit_bernoulli',
  formula: formula(`${coin},\\ p=\\Phi(z)`, `${coinPlain}, p = Φ(z)`),
  source: PROBABILITY,
  kl: (p, q) => klCoin(probitProbability(p), probitProbability(q)),
};

const sum = formula('\\sum_kp_k\\ln\\frac{p_k}{q_k}', 'Σ p[k] ln(p[k]/q[k])');

function klShares(p: readonly number[], q: readonly number[]): number {
  const [ofP, ofQ] = [p, q].map((values) => values.reduce((a, b) => a + b, 0));
  return p.reduce((total, share, k) => total + term(share / ofP, (q[k] ?? 0) / ofQ), 0);
}

const categoricals: ClosedForm<CategoricalParameters, CategoricalParameters> = {
  p: 'categorical',
  q: 'categorical',
  formula: sum,
  source: TORCH,
  applies: (p, q) => p.probs.length === q.probs.length,
  kl: (p, q) => klShares(p.probs, q.probs),
};

const ordinal = (
  name: string,
  probabilities: (parameters: OrdinalParameters) => readonly number[],
): ClosedForm<OrdinalParameters, OrdinalParameters> => ({
  p: name,
  q: name,
  formula: sum,
  source: PROBABILITY,
  applies: (p, q) => p.cutpoints.length === q.cutpoints.length,
  kl: (p, q) => klShares(probabilities(p), probabilities(q)),
});

/** P on the integers. */
export const discreteClosedForms = [
  bernoulliBernoulli,
  bernoulliPoisson,
  bernoulliGeometric,
  probits,
  binomialBinomial,
  geometricGeometric,
  negativeBinomialSame,
  poissonPoisson,
  categoricals,
  ordinal('ordered_logistic', orderedProbabilities),
  ordinal('stopping_ratio_logistic', stoppingProbabilities),
];
