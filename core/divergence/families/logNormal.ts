import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { gaussianCoefficient, logTerm } from './asymptotics';
import { around, type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

/** e^X for X normal with mean `loc` and standard deviation `scale`. */
export const logNormal: Family<LocationScale> = {
  name: 'log_normal',
  aliases: ['lognorm'],
  parameters: [locParameter, scaleParameter],
  density: formula(
    '\\frac{1}{x\\sigma\\sqrt{2\\pi}} e^{-(\\ln x-\\mu)^2/(2\\sigma^2)},\\ x>0',
    'exp(−(ln x − μ)²/(2σ²))/(xσ√(2π)), x > 0',
  ),
  entropy: formula('\\mu+\\tfrac12\\ln(2\\pi e\\sigma^2)', 'μ + ½ ln(2πe σ²)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#lognormal',
  create({ loc, scale }): ContinuousDistribution {
    const square = logTerm(gaussianCoefficient(scale), 2);
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => {
        const logX = Math.log(x);
        if (logX === Number.NEGATIVE_INFINITY) return logX;
        return -0.5 * ((logX - loc) / scale) ** 2 - logX - Math.log(scale) - HALF_LN_TWO_PI;
      },
      landmarks: around(loc, scale).map(Math.exp),
      lowerEnd: [square, logTerm(1 - loc / scale ** 2)],
      upperEnd: [square, logTerm(loc / scale ** 2 - 1)],
      entropy: loc + 0.5 + HALF_LN_TWO_PI + Math.log(scale),
      mean: Math.exp(loc + scale ** 2 / 2),
      variance: Math.expm1(scale ** 2) * Math.exp(2 * loc + scale ** 2),
    };
  },
};
