import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { gaussianCoefficient, powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula, scaleParameter } from './family';

/** |X| for X normal with mean 0 and standard deviation `scale`. */
export const halfNormal: Family<{ readonly scale: number }> = {
  name: 'half_normal',
  aliases: ['half_gaussian'],
  parameters: [scaleParameter],
  density: formula(
    '\\frac{2}{\\sigma\\sqrt{2\\pi}} e^{-x^2/(2\\sigma^2)},\\ x\\ge0',
    '2 exp(−x²/(2σ²))/(σ√(2π)), x ≥ 0',
  ),
  entropy: formula('\\tfrac12\\ln\\tfrac{\\pi e\\sigma^2}{2}', '½ ln(πe σ²/2)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#halfnormal',
  create({ scale }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => -0.5 * (x / scale) ** 2 - Math.log(scale / 2) - HALF_LN_TWO_PI,
      landmarks: [scale, 4 * scale, 12 * scale],
      lowerEnd: [],
      upperEnd: [powerTerm(gaussianCoefficient(scale), 2)],
      entropy: 0.5 + HALF_LN_TWO_PI + Math.log(scale / 2),
      mean: scale * Math.sqrt(2 / Math.PI),
      variance: scale ** 2 * (1 - 2 / Math.PI),
    };
  },
};
