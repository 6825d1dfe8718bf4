import { digamma } from '../../numeric/special/digamma';
import { gammaEntropy } from '../../numeric/special/gammaEntropy';
import { logTerm, powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { rateParameter } from './exponential';
import { type Family, formula } from './family';
import { concentrationParameter, createGamma, type GammaParameters } from './gamma';

/** 1/X for X gamma with the same concentration and rate. */
export const inverseGamma: Family<GammaParameters> = {
  name: 'inverse_gamma',
  aliases: ['invgamma'],
  parameters: [
    concentrationParameter,
    { ...rateParameter, aliases: ['beta', 'scale'], symbol: formula('\\beta', 'β') },
  ],
  density: formula(
    '\\frac{\\beta^\\alpha}{\\Gamma(\\alpha)} x^{-\\alpha-1} e^{-\\beta/x},\\ x>0',
    'β^α x^(−α−1) exp(−β/x)/Γ(α), x > 0',
  ),
  entropy: formula(
    '\\alpha+\\ln\\beta+\\ln\\Gamma(\\alpha)-(1+\\alpha)\\psi(\\alpha)',
    'α + ln β + ln Γ(α) − (1 + α) ψ(α)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#inversegamma',
  create({ concentration, rate }): ContinuousDistribution {
    const reciprocal = createGamma(concentration, rate);
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => reciprocal.logDensity(1 / x, 1 / x, 0) - 2 * Math.log(x),
      landmarks: reciprocal.landmarks.map((x) => 1 / x),
      lowerEnd: [powerTerm(-rate, 1), logTerm(concentration + 1)],
      upperEnd: [logTerm(-concentration - 1)],
      entropy: gammaEntropy(concentration) - 2 * digamma(concentration) + Math.log(rate),
      mean: concentration > 1 ? rate / (concentration - 1) : Number.POSITIVE_INFINITY,
      variance:
        concentration > 2
          ? rate ** 2 / ((concentration - 1) ** 2 * (concentration - 2))
          : Number.POSITIVE_INFINITY,
    };
  },
};
