import { powerTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

export const logistic: Family<LocationScale> = {
  name: 'logistic',
  aliases: [],
  parameters: [locParameter, { ...scaleParameter, symbol: formula('s', 's') }],
  density: formula(
    '\\frac{e^{-z}}{s(1+e^{-z})^2},\\ z=\\frac{x-\\mu}{s}',
    'exp(−z)/(s (1 + exp(−z))²), z = (x − μ)/s',
  ),
  entropy: formula('\\ln s+2', 'ln s + 2'),
  source: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.logistic.html',
  create({ loc, scale }): ContinuousDistribution {
    const end = [powerTerm(-1 / scale, 1)];
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) => {
        const z = Math.abs(offsetFrom(loc, x, sum)) / scale;
        return -z - 2 * Math.log1p(Math.exp(-z)) - Math.log(scale);
      },
      landmarks: around(loc, scale),
      lowerEnd: end,
      upperEnd: end,
      entropy: Math.log(scale) + 2,
      mean: loc,
      variance: (Math.PI * scale) ** 2 / 3,
    };
  },
};
