import { powerTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

export const laplace: Family<LocationScale> = {
  name: 'laplace',
  aliases: ['double_exponential'],
  parameters: [locParameter, { ...scaleParameter, symbol: formula('b', 'b') }],
  density: formula('\\frac{1}{2b} e^{-|x-\\mu|/b}', 'exp(−|x − μ|/b)/(2b)'),
  entropy: formula('1+\\ln(2b)', '1 + ln(2b)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#laplace',
  create({ loc, scale }): ContinuousDistribution {
    const end = [powerTerm(-1 / scale, 1)];
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) => -Math.abs(offsetFrom(loc, x, sum)) / scale - Math.log(2 * scale),
      landmarks: around(loc, scale),
      lowerEnd: end,
      upperEnd: end,
      entropy: 1 + Math.log(2 * scale),
      mean: loc,
      variance: 2 * scale ** 2,
    };
  },
};
