import { xLog1p, xLogY } from '../../numeric/special/logarithms';
import type { ProbabilityParameters } from './continuousBernoulli';
import type { DiscreteDistribution } from './distribution';
import { type Family, formula } from './family';
import { probabilityParameter } from './probability';

export const bernoulli: Family<ProbabilityParameters> = {
  name: 'bernoulli',
  aliases: ['coin'],
  parameters: [probabilityParameter('unit-closed')],
  density: formula('p^k(1-p)^{1-k},\\ k\\in\\{0,1\\}', 'p^k (1 − p)^(1−k), k = 0, 1'),
  entropy: formula('-p\\ln p-(1-p)\\ln(1-p)', '−p ln p − (1 − p) ln(1 − p)'),
  source: 'https://pytorch.org/docs/stable/distributions.html#bernoulli',
  create({ probs }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: probs === 1 ? 1 : 0, upper: probs === 0 ? 0 : 1 },
      logMass: (k) => (k === 1 ? Math.log(probs) : k === 0 ? Math.log1p(-probs) : -Infinity),
      mode: probs > 0.5 ? 1 : 0,
      upperEnd: [],
      tailRatio: () => Number.POSITIVE_INFINITY,
      entropy: -xLogY(probs, probs) - xLog1p(1 - probs, -probs),
      mean: probs,
      variance: probs * (1 - probs),
    };
  },
};
