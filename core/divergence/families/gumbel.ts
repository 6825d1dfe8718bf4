import { EULER_GAMMA } from '../../numeric/special/logGamma';
import { exponentialTerm, powerTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

/** The distribution of maxima, as in `torch.distributions`. */
export const gumbel: Family<LocationScale> = {
  name: 'gumbel',
  aliases: ['gumbel_r'],
  parameters: [locParameter, { ...scaleParameter, symbol: formula('\\beta', 'β') }],
  density: formula(
    '\\frac1\\beta e^{-z-e^{-z}},\\ z=\\frac{x-\\mu}{\\beta}',
    'exp(−z − exp(−z))/β, z = (x − μ)/β',
  ),
  entropy: formula('\\ln\\beta+\\gamma+1', 'ln β + γ + 1'),
  source: 'https://pytorch.org/docs/stable/distributions.html#gumbel',
  create({ loc, scale }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) => {
        const z = offsetFrom(loc, x, sum) / scale;
        return -z - Math.exp(-z) - Math.log(scale);
      },
      landmarks: [...around(loc, scale), loc + 24 * scale],
      lowerEnd: [exponentialTerm(-1, 1 / scale, loc / scale), powerTerm(1 / scale, 1)],
      upperEnd: [powerTerm(-1 / scale, 1)],
      entropy: Math.log(scale) + EULER_GAMMA + 1,
      mean: loc + EULER_GAMMA * scale,
      variance: (Math.PI * scale) ** 2 / 6,
    };
  },
};
