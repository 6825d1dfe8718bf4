import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { gaussianCoefficient, logTerm } from './asymptotics';
import { around, type ContinuousDistribution, unitInterval } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

/** 1/(1 + e^{−X}) for X normal with mean `loc` and standard deviation `scale`. */
export const logitNormal: Family<LocationScale> = {
  name: 'logit_normal',
  aliases: [],
  parameters: [locParameter, scaleParameter],
  density: formula(
    '\\frac{e^{-(\\operatorname{logit}x-\\mu)^2/(2\\sigma^2)}}{\\sigma\\sqrt{2\\pi}\\,x(1-x)},\\ 0<x<1',
    'exp(−(logit x − μ)²/(2σ²))/(σ√(2π) x(1 − x)), 0 < x < 1',
  ),
  entropy: null,
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/LogitNormal',
  create({ loc, scale }): ContinuousDistribution {
    const square = logTerm(gaussianCoefficient(scale), 2);
    return {
      kind: 'continuous',
      support: unitInterval,
      logDensity: (_, fromLower, toUpper) => {
        const logX = Math.log(fromLower);
        const logRest = Math.log(toUpper);
        const z = (logX - logRest - loc) / scale;
        return Number.isFinite(z)
          ? -0.5 * z * z - logX - logRest - Math.log(scale) - HALF_LN_TWO_PI
          : Number.NEGATIVE_INFINITY;
      },
      landmarks: around(loc, scale)
        .map((y) => 1 / (1 + Math.exp(-y)))
        .filter((x) => x > 0 && x < 1),
      lowerEnd: [square, logTerm(1 - loc / scale ** 2)],
      upperEnd: [square, logTerm(1 + loc / scale ** 2)],
      entropy: null,
      mean: null,
      variance: null,
    };
  },
};
