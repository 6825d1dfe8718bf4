import { logBinomialTerm } from '../../numeric/special/logBinomialTerm';
import { logTerm, powerTerm } from './asymptotics';
import type { DiscreteDistribution } from './distribution';
import { type Family, formula } from './family';
import { probabilityParameter } from './probability';

export type NegativeBinomialParameters = { readonly total_count: number; readonly probs: number };

/**
 * As in `torch.distributions`: the number k of successes, each of probability `probs`, before `total_count`
 * failures. SciPy's nbinom(n, p) is this with probs = 1 − p.
 */
export const negativeBinomial: Family<NegativeBinomialParameters> = {
  name: 'negative_binomial',
  aliases: ['nbinom', 'neg_binomial'],
  parameters: [
    { name: 'total_count', aliases: ['n', 'r'], symbol: formula('r', 'r'), domain: 'positive' },
    probabilityParameter('unit-right-open'),
  ],
  density: formula(
    '\\binom{k+r-1}{k} p^k(1-p)^r,\\ k=0,1,2,\\dots',
    'C(k + r − 1, k) p^k (1 − p)^r, k = 0, 1, 2, …',
  ),
  entropy: null,
  source: 'https://pytorch.org/docs/stable/distributions.html#negativebinomial',
  create({ total_count: r, probs }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: 0, upper: probs === 0 ? 0 : Number.POSITIVE_INFINITY },
      logMass: (k) => (k === 0 ? r * Math.log1p(-probs) : logBinomialTerm(k, r, probs) - Math.log1p(k / r)),
      mode: r > 1 ? Math.floor(((r - 1) * probs) / (1 - probs)) : 0,
      upperEnd: [powerTerm(Math.log(probs), 1), logTerm(r - 1)],
      tailRatio: (k) => probs * Math.max(1, (k + r) / (k + 1)),
      entropy: null,
      mean: (r * probs) / (1 - probs),
      variance: (r * probs) / (1 - probs) ** 2,
    };
  },
};
