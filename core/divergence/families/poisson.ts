import { deviance } from '../../numeric/special/logarithms';
import { HALF_LN_TWO_PI, logGamma, stirlingCorrection } from '../../numeric/special/logGamma';
import { logTerm, powerTerm } from './asymptotics';
import type { DiscreteDistribution } from './distribution';
import { rateParameter } from './exponential';
import { type Family, formula } from './family';

/** From 8 on in the form whose large parts are cancelled by hand (Loader 2000). */
function logMass(rate: number, k: number): number {
  if (k === 0) return -rate;
  if (k < 8) return k * Math.log(rate) - rate - logGamma(k + 1);
  return -deviance(k, rate) - 0.5 * Math.log(k) - HALF_LN_TWO_PI - stirlingCorrection(k);
}

export const poisson: Family<{ readonly rate: number }> = {
  name: 'poisson',
  aliases: ['pois'],
  parameters: [{ ...rateParameter, aliases: ['lambda', 'lam', 'mu'], domain: 'non-negative' }],
  density: formula(
    '\\frac{\\lambda^k e^{-\\lambda}}{k!},\\ k=0,1,2,\\dots',
    'λ^k exp(−λ)/k!, k = 0, 1, 2, …',
  ),
  entropy: null,
  source: 'https://pytorch.org/docs/stable/distributions.html#poisson',
  create({ rate }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: 0, upper: rate === 0 ? 0 : Number.POSITIVE_INFINITY },
      logMass: (k) => (rate === 0 ? (k === 0 ? 0 : Number.NEGATIVE_INFINITY) : logMass(rate, k)),
      mode: Math.floor(rate),
      upperEnd: [powerTerm(-1, 1, 1), powerTerm(1 + Math.log(rate), 1), logTerm(-0.5)],
      tailRatio: (k) => rate / (k + 1),
      entropy: rate === 0 ? 0 : null,
      mean: rate,
      variance: rate,
    };
  },
};
