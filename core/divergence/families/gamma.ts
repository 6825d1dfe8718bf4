import { gammaEntropy } from '../../numeric/special/gammaEntropy';
import { deviance } from '../../numeric/special/logarithms';
import { HALF_LN_TWO_PI, logGamma, stirlingCorrection } from '../../numeric/special/logGamma';
import { logTerm, powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { rateParameter } from './exponential';
import { type Family, formula, type Parameter } from './family';

export const concentrationParameter: Parameter = {
  name: 'concentration',
  aliases: ['alpha', 'shape', 'k', 'a'],
  symbol: formula('\\alpha', 'α'),
  domain: 'positive',
};

export type GammaParameters = { readonly concentration: number; readonly rate: number };

/** ln of the gamma density; from concentration 8 on with the large parts cancelled by hand (Loader 2000). */
function logDensity(concentration: number, rate: number, x: number): number {
  if (x === 0)
    return concentration < 1 ? Number.POSITIVE_INFINITY : concentration === 1 ? Math.log(rate) : -Infinity;
  const scaled = rate * x;
  if (concentration < 8) {
    const power = concentration === 1 ? 0 : (concentration - 1) * Math.log(scaled);
    return power - scaled - logGamma(concentration) + Math.log(rate);
  }
  return (
    -deviance(concentration, scaled) -
    Math.log(x) +
    0.5 * Math.log(concentration) -
    HALF_LN_TWO_PI -
    stirlingCorrection(concentration)
  );
}

/** The gamma distribution, also under its other names (chi2, exponential). */
export function createGamma(concentration: number, rate: number): ContinuousDistribution {
  const mean = concentration / rate;
  const deviation = Math.sqrt(concentration) / rate;
  const points = [-8, -4, -1, 0, 1, 4, 12].map((step) => mean + step * deviation);
  return {
    kind: 'continuous',
    support: positiveLine,
    logDensity: (x) => logDensity(concentration, rate, x),
    landmarks: [...points.filter((x) => x > 0), mean / 16],
    lowerEnd: [logTerm(1 - concentration)],
    upperEnd: [powerTerm(-rate, 1), logTerm(concentration - 1)],
    entropy: gammaEntropy(concentration) - Math.log(rate),
    mean,
    variance: mean / rate,
  };
}

export const gamma: Family<GammaParameters> = {
  name: 'gamma',
  aliases: [],
  parameters: [concentrationParameter, { ...rateParameter, symbol: formula('\\beta', 'β') }],
  density: formula(
    '\\frac{\\beta^\\alpha}{\\Gamma(\\alpha)} x^{\\alpha-1} e^{-\\beta x},\\ x>0',
    'β^α x^(α−1) exp(−βx)/Γ(α), x > 0',
  ),
  entropy: formula(
    '\\alpha-\\ln\\beta+\\ln\\Gamma(\\alpha)+(1-\\alpha)\\psi(\\alpha)',
    'α − ln β + ln Γ(α) + (1 − α) ψ(α)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#gamma',
  create: ({ concentration, rate }) => createGamma(concentration, rate),
};
