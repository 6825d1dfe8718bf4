import { logTerm } from './asymptotics';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, type LocationScale, locParameter, scaleParameter } from './family';

/** ln(1 + z²) without overflow. */
export function logOnePlusSquare(z: number): number {
  const size = Math.abs(z);
  return size > 1e100 ? 2 * Math.log(size) : Math.log1p(size * size);
}

export const cauchy: Family<LocationScale> = {
  name: 'cauchy',
  aliases: ['lorentz', 'lorentzian'],
  parameters: [locParameter, { ...scaleParameter, symbol: formula('\\gamma', 'γ') }],
  density: formula(
    '\\frac{1}{\\pi\\gamma\\left(1+((x-\\mu)/\\gamma)^2\\right)}',
    '1/(πγ (1 + ((x − μ)/γ)²))',
  ),
  entropy: formula('\\ln(4\\pi\\gamma)', 'ln(4πγ)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#cauchy',
  create({ loc, scale }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) =>
        -logOnePlusSquare(offsetFrom(loc, x, sum) / scale) - Math.log(Math.PI * scale),
      landmarks: around(loc, scale),
      lowerEnd: [logTerm(-2)],
      upperEnd: [logTerm(-2)],
      entropy: Math.log(4 * Math.PI * scale),
      mean: Number.NaN,
      variance: Number.NaN,
    };
  },
};
