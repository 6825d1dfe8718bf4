import { powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula, type Parameter } from './family';

export const rateParameter: Parameter = {
  name: 'rate',
  aliases: ['lambda', 'lam', 'beta'],
  symbol: formula('\\lambda', 'λ'),
  domain: 'positive',
};

export const exponential: Family<{ readonly rate: number }> = {
  name: 'exponential',
  aliases: ['expon'],
  parameters: [rateParameter],
  density: formula('\\lambda e^{-\\lambda x},\\ x\\ge0', 'λ exp(−λx), x ≥ 0'),
  entropy: formula('1-\\ln\\lambda', '1 − ln λ'),
  source: 'https://pytorch.org/docs/stable/distributions.html#exponential',
  create({ rate }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => Math.log(rate) - rate * x,
      landmarks: [1 / rate, 4 / rate, 16 / rate],
      lowerEnd: [],
      upperEnd: [powerTerm(-rate, 1)],
      entropy: 1 - Math.log(rate),
      mean: 1 / rate,
      variance: 1 / rate ** 2,
    };
  },
};
