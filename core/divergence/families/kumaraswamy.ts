import { digamma } from '../../numeric/special/digamma';
import { xLogY } from '../../numeric/special/logarithms';
import { logBeta } from '../../numeric/special/logBeta';
import { EULER_GAMMA } from '../../numeric/special/logGamma';
import { logTerm } from './asymptotics';
import { type BetaParameters, concentration0Parameter, concentration1Parameter } from './beta';
import { type ContinuousDistribution, unitInterval } from './distribution';
import { type Family, formula } from './family';

export const kumaraswamy: Family<BetaParameters> = {
  name: 'kumaraswamy',
  aliases: [],
  parameters: [concentration1Parameter, concentration0Parameter],
  density: formula('ab\\,x^{a-1}(1-x^a)^{b-1},\\ 0<x<1', 'a b x^(a−1) (1 − x^a)^(b−1), 0 < x < 1'),
  entropy: formula(
    '1-\\tfrac1b+(1-\\tfrac1a)(\\psi(b+1)+\\gamma)-\\ln(ab)',
    '1 − 1/b + (1 − 1/a)(ψ(b + 1) + γ) − ln(ab)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#kumaraswamy',
  create({ concentration1: a, concentration0: b }): ContinuousDistribution {
    const moment = (n: number) => b * Math.exp(logBeta(1 + n / a, b));
    const quantile = (u: number) => (-Math.expm1(Math.log1p(-u) / b)) ** (1 / a);
    return {
      kind: 'continuous',
      support: unitInterval,
      logDensity: (x, fromLower, toUpper) => {
        const logX = x > 0.5 ? Math.log1p(-toUpper) : Math.log(fromLower);
        return Math.log(a * b) + (a === 1 ? 0 : (a - 1) * logX) + xLogY(b - 1, -Math.expm1(a * logX));
      },
      landmarks: [1e-3, 0.1, 0.5, 0.9, 0.999].map(quantile).filter((x) => x > 0 && x < 1),
      lowerEnd: [logTerm(1 - a)],
      upperEnd: [logTerm(1 - b)],
      entropy: 1 - 1 / b + (1 - 1 / a) * (digamma(b + 1) + EULER_GAMMA) - Math.log(a * b),
      mean: moment(1),
      variance: moment(2) - moment(1) ** 2,
    };
  },
};
