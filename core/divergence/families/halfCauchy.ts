import { logTerm } from './asymptotics';
import { logOnePlusSquare } from './cauchy';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula, scaleParameter } from './family';

export const halfCauchy: Family<{ readonly scale: number }> = {
  name: 'half_cauchy',
  aliases: [],
  parameters: [{ ...scaleParameter, symbol: formula('\\gamma', 'γ') }],
  density: formula('\\frac{2}{\\pi\\gamma(1+(x/\\gamma)^2)},\\ x\\ge0', '2/(πγ (1 + (x/γ)²)), x ≥ 0'),
  entropy: formula('\\ln(2\\pi\\gamma)', 'ln(2πγ)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#halfcauchy',
  create({ scale }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => -logOnePlusSquare(x / scale) - Math.log((Math.PI * scale) / 2),
      landmarks: [scale, 4 * scale, 12 * scale],
      lowerEnd: [],
      upperEnd: [logTerm(-2)],
      entropy: Math.log(2 * Math.PI * scale),
      mean: Number.POSITIVE_INFINITY,
      variance: Number.POSITIVE_INFINITY,
    };
  },
};
