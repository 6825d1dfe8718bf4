import { chi } from '../families/chi';
import { chi2 } from '../families/chi2';
import type { Family, LocationScale, ParameterValues } from '../families/family';
import { formula } from '../families/family';
import { halfNormal } from '../families/halfNormal';
import { inverseGamma } from '../families/inverseGamma';
import { inverseGaussian } from '../families/inverseGaussian';
import { kumaraswamy } from '../families/kumaraswamy';
import { logistic } from '../families/logistic';
import { logNormal } from '../families/logNormal';
import { moyal } from '../families/moyal';
import { rayleigh } from '../families/rayleigh';
import { studentT } from '../families/studentT';
import type { UniformParameters } from '../families/uniform';
import { vonMises } from '../families/vonMises';
import { weibull } from '../families/weibull';
import { type ClosedForm, DERIVED } from './closedForm';
import type { RateParameters } from './exponential';
import { normalCrossEntropy } from './moments';

/** What is closed of a distribution on the line; NaN for what is not. */
function known<P>(family: Family<P>, parameters: P): { entropy: number; mean: number; variance: number } {
  const created = family.create(parameters);
  if (created.kind === 'multivariate') return { entropy: Number.NaN, mean: Number.NaN, variance: Number.NaN };
  const { entropy, mean, variance } = created;
  return { entropy: entropy ?? Number.NaN, mean: mean ?? Number.NaN, variance: variance ?? Number.NaN };
}

/** ln q of a normal is a square: the entropy, mean and variance of P say all. */
function toNormal<P>(family: Family<P>): ClosedForm<P, LocationScale> {
  return {
    p: family.name,
    q: 'normal',
    formula: formula(
      '-H(P)+\\ln(\\sigma_2\\sqrt{2\\pi})+\\frac{(m-\\mu_2)^2+v}{2\\sigma_2^2},\\ m=\\mathbb{E}_PX,\\ v=\\operatorname{Var}_PX',
      '−H(P) + ln(σ₂√(2π)) + ((m − μ₂)² + v)/(2σ₂²), m = E X, v = Var X under P',
    ),
    source: DERIVED,
    kl: (p, q) => {
      const { entropy, mean, variance } = known(family, p);
      return normalCrossEntropy(mean, variance, q) - entropy;
    },
  };
}

/** ln q of an exponential is a line: the entropy and the mean of P say all. */
function toExponential<P>(family: Family<P>): ClosedForm<P, RateParameters> {
  return {
    p: family.name,
    q: 'exponential',
    formula: formula(
      '-H(P)-\\ln\\lambda_2+\\lambda_2m,\\ m=\\mathbb{E}_PX',
      '−H(P) − ln λ₂ + λ₂m, m = E X under P',
    ),
    source: DERIVED,
    kl: (p, q) => {
      const { entropy, mean } = known(family, p);
      return q.rate * mean - Math.log(q.rate) - entropy;
    },
  };
}

/** ln q of a uniform is constant. */
function toUniform<P>(family: Family<P>): ClosedForm<P, UniformParameters> {
  return {
    p: family.name,
    q: 'uniform',
    formula: formula('-H(P)+\\ln(h_2-l_2)', '−H(P) + ln(h₂ − l₂)'),
    source: DERIVED,
    kl: (p, q) => Math.log(q.high - q.low) - known(family, p).entropy,
  };
}

/** P of families whose entropy and first moments are closed, Q one whose logarithm needs no more. */
export const momentClosedForms: readonly ClosedForm<ParameterValues, ParameterValues>[] = [
  toNormal(logistic),
  toNormal(studentT),
  toNormal(moyal),
  toNormal(chi2),
  toNormal(chi),
  toNormal(inverseGamma),
  toNormal(inverseGaussian),
  toNormal(weibull),
  toNormal(rayleigh),
  toNormal(logNormal),
  toNormal(kumaraswamy),
  toExponential(chi),
  toExponential(inverseGamma),
  toExponential(inverseGaussian),
  toExponential(weibull),
  toExponential(rayleigh),
  toExponential(halfNormal),
  toExponential(logNormal),
  toExponential(kumaraswamy),
  toUniform(kumaraswamy),
  toUniform(vonMises),
];
