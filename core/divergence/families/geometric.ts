import { xLog1p, xLogY } from '../../numeric/special/logarithms';
import { powerTerm } from './asymptotics';
import type { ProbabilityParameters } from './continuousBernoulli';
import type { DiscreteDistribution } from './distribution';
import { type Family, formula } from './family';
import { probabilityParameter } from './probability';

/** The number of failures before the first success: it starts at 0. */
export const geometric: Family<ProbabilityParameters> = {
  name: 'geometric',
  aliases: ['geom'],
  parameters: [probabilityParameter('unit-left-open')],
  density: formula('(1-p)^k p,\\ k=0,1,2,\\dots', '(1 − p)^k p, k = 0, 1, 2, …'),
  entropy: formula('\\frac{-p\\ln p-(1-p)\\ln(1-p)}{p}', '(−p ln p − (1 − p) ln(1 − p))/p'),
  source: 'https://pytorch.org/docs/stable/distributions.html#geometric',
  create({ probs }): DiscreteDistribution {
    return {
      kind: 'discrete',
      support: { lower: 0, upper: probs === 1 ? 0 : Number.POSITIVE_INFINITY },
      logMass: (k) => xLog1p(k, -probs) + Math.log(probs),
      mode: 0,
      upperEnd: [powerTerm(Math.log1p(-probs), 1)],
      tailRatio: () => 1 - probs,
      entropy: (-xLogY(probs, probs) - xLog1p(1 - probs, -probs)) / probs,
      mean: (1 - probs) / probs,
      variance: (1 - probs) / probs ** 2,
    };
  },
};
