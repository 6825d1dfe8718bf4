import type { ContinuousDistribution } from './distribution';
import { type Family, formula } from './family';

export type UniformParameters = { readonly low: number; readonly high: number };

export const uniform: Family<UniformParameters> = {
  name: 'uniform',
  aliases: ['unif', 'U'],
  parameters: [
    { name: 'low', aliases: ['a', 'min', 'lower'], symbol: formula('l', 'l'), domain: 'real' },
    { name: 'high', aliases: ['b', 'max', 'upper'], symbol: formula('h', 'h'), domain: 'real' },
  ],
  density: formula('\\frac{1}{h-l},\\ l\\le x\\le h', '1/(h − l), l ≤ x ≤ h'),
  entropy: formula('\\ln(h-l)', 'ln(h − l)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#uniform',
  violation: ({ low, high }) => (low < high ? null : { parameter: 'high', domain: `(${low}, ∞)` }),
  create({ low, high }): ContinuousDistribution {
    const width = high - low;
    return {
      kind: 'continuous',
      support: { lower: low, upper: high },
      logDensity: () => -Math.log(width),
      landmarks: [low + width / 2],
      lowerEnd: [],
      upperEnd: [],
      entropy: Math.log(width),
      mean: low + width / 2,
      variance: width ** 2 / 12,
    };
  },
};
