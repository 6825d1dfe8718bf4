import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { gaussianCoefficient, powerTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

/** `scale` is the standard deviation. */
export const normal: Family<LocationScale> = {
  name: 'normal',
  aliases: ['gaussian', 'gauss', 'norm', 'N'],
  parameters: [locParameter, scaleParameter],
  density: formula(
    '\\frac{1}{\\sigma\\sqrt{2\\pi}} e^{-(x-\\mu)^2/(2\\sigma^2)}',
    'exp(−(x − μ)²/(2σ²))/(σ√(2π))',
  ),
  entropy: formula('\\tfrac12\\ln(2\\pi e\\sigma^2)', '½ ln(2πe σ²)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#normal',
  create({ loc, scale }): ContinuousDistribution {
    const square = powerTerm(gaussianCoefficient(scale), 2);
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) =>
        -0.5 * (offsetFrom(loc, x, sum) / scale) ** 2 - Math.log(scale) - HALF_LN_TWO_PI,
      landmarks: around(loc, scale),
      lowerEnd: [square, powerTerm(-loc / scale ** 2, 1)],
      upperEnd: [square, powerTerm(loc / scale ** 2, 1)],
      entropy: 0.5 + HALF_LN_TWO_PI + Math.log(scale),
      mean: loc,
      variance: scale ** 2,
    };
  },
};
