import type { DiscreteDistribution } from './distribution';
import { type Family, formula } from './family';

/** All mass at one integer: KL to any distribution on the integers is −ln of its probability there. */
export const deterministic: Family<{ readonly loc: number }> = {
  name: 'deterministic',
  aliases: ['delta', 'point_mass'],
  parameters: [{ name: 'loc', aliases: ['value'], symbol: formula('k_0', 'k₀'), domain: 'count' }],
  density: formula('1_{k=k_0}', '1 at k = k₀'),
  entropy: formula('0', '0'),
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/Deterministic',
  create({ loc }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: loc, upper: loc },
      logMass: (k) => (k === loc ? 0 : Number.NEGATIVE_INFINITY),
      mode: loc,
      upperEnd: [],
      tailRatio: () => Number.POSITIVE_INFINITY,
      entropy: 0,
      mean: loc,
      variance: 0,
    };
  },
};
