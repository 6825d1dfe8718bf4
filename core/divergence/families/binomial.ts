import { logBinomialTerm } from '../../numeric/special/logBinomialTerm';
import type { DiscreteDistribution } from './distribution';
import { type Family, formula } from './family';
import { probabilityParameter } from './probability';

export type BinomialParameters = { readonly total_count: number; readonly probs: number };

export const binomial: Family<BinomialParameters> = {
  name: 'binomial',
  aliases: ['binom'],
  parameters: [
    { name: 'total_count', aliases: ['n'], symbol: formula('n', 'n'), domain: 'count', default: 1 },
    probabilityParameter('unit-closed'),
  ],
  density: formula('\\binom nk p^k(1-p)^{n-k},\\ k=0,\\dots,n', 'C(n, k) p^k (1 − p)^(n−k), k = 0, …, n'),
  entropy: null,
  source: 'https://pytorch.org/docs/stable/distributions.html#binomial',
  create({ total_count: n, probs }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: probs === 1 ? n : 0, upper: probs === 0 ? 0 : n },
      logMass: (k) => logBinomialTerm(k, n - k, probs),
      mode: Math.min(n, Math.floor((n + 1) * probs)),
      upperEnd: [],
      tailRatio: (k) => ((n - k) / (k + 1)) * (probs / (1 - probs)),
      entropy: null,
      mean: n * probs,
      variance: n * probs * (1 - probs),
    };
  },
};
