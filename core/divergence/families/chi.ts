import { digamma } from '../../numeric/special/digamma';
import { gammaEntropy } from '../../numeric/special/gammaEntropy';
import { logGamma } from '../../numeric/special/logGamma';
import { logTerm, powerTerm } from './asymptotics';
import { degreesParameter } from './chi2';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula } from './family';
import { createGamma } from './gamma';

/** √X for X chi-squared with `df` degrees of freedom. */
export const chi: Family<{ readonly df: number }> = {
  name: 'chi',
  aliases: [],
  parameters: [degreesParameter],
  density: formula(
    '\\frac{x^{\\nu-1} e^{-x^2/2}}{2^{\\nu/2-1}\\Gamma(\\nu/2)},\\ x>0',
    'x^(ν−1) exp(−x²/2)/(2^(ν/2−1) Γ(ν/2)), x > 0',
  ),
  entropy: formula(
    '\\ln\\Gamma(\\tfrac\\nu2)+\\tfrac12\\left(\\nu-\\ln2-(\\nu-1)\\psi(\\tfrac\\nu2)\\right)',
    'ln Γ(ν/2) + ½ (ν − ln 2 − (ν − 1) ψ(ν/2))',
  ),
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/Chi',
  create({ df }): ContinuousDistribution {
    const square = createGamma(df / 2, 0.5);
    const mean = Math.SQRT2 * Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2));
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) =>
        x > 1e-100
          ? square.logDensity(x * x, x * x, 0) + Math.log(2 * x)
          : (df === 1 ? 0 : (df - 1) * Math.log(x)) - (df / 2 - 1) * Math.LN2 - logGamma(df / 2),
      landmarks: square.landmarks.map(Math.sqrt),
      lowerEnd: [logTerm(1 - df)],
      upperEnd: [powerTerm(-0.5, 2), logTerm(df - 1)],
      entropy: gammaEntropy(df / 2) - 0.5 * (digamma(df / 2) + Math.LN2),
      mean,
      variance: df - mean * mean,
    };
  },
};
