import { EULER_GAMMA, HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { exponentialTerm, powerTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

export const moyal: Family<LocationScale> = {
  name: 'moyal',
  aliases: [],
  parameters: [locParameter, scaleParameter],
  density: formula(
    '\\frac{e^{-(z+e^{-z})/2}}{\\sigma\\sqrt{2\\pi}},\\ z=\\frac{x-\\mu}{\\sigma}',
    'exp(−(z + exp(−z))/2)/(σ√(2π)), z = (x − μ)/σ',
  ),
  entropy: formula('\\ln\\sigma+\\tfrac12(1+\\gamma+\\ln(4\\pi))', 'ln σ + ½ (1 + γ + ln(4π))'),
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/Moyal',
  create({ loc, scale }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) => {
        const z = offsetFrom(loc, x, sum) / scale;
        return -0.5 * (z + Math.exp(-z)) - Math.log(scale) - HALF_LN_TWO_PI;
      },
      landmarks: [...around(loc, scale), loc + 40 * scale],
      lowerEnd: [exponentialTerm(-0.5, 1 / scale, loc / scale), powerTerm(0.5 / scale, 1)],
      upperEnd: [powerTerm(-0.5 / scale, 1)],
      entropy: Math.log(scale) + 0.5 * (1 + EULER_GAMMA + Math.log(4 * Math.PI)),
      mean: loc + scale * (EULER_GAMMA + Math.LN2),
      variance: (Math.PI * scale) ** 2 / 2,
    };
  },
};
