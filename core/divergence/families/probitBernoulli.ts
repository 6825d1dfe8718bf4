import { errorComplement } from '../../numeric/special/errorFunction';
import { bernoulli } from './bernoulli';
import { type Family, formula } from './family';

export type ProbitParameters = { readonly probits: number };

/** Φ(x), the probability of 1. */
export function probitProbability({ probits }: ProbitParameters): number {
  const tail = errorComplement(Math.abs(probits) * Math.SQRT1_2) / 2;
  return probits > 0 ? 1 - tail : tail;
}

export const probitBernoulli: Family<ProbitParameters> = {
  name: 'probit_bernoulli',
  aliases: [],
  parameters: [{ name: 'probits', aliases: ['probit'], symbol: formula('z', 'z'), domain: 'real' }],
  density: formula('p^k(1-p)^{1-k},\\ k\\in\\{0,1\\},\\ p=\\Phi(z)', 'p^k (1 − p)^(1−k), k = 0, 1, p = Φ(z)'),
  entropy: formula('-p\\ln p-(1-p)\\ln(1-p),\\ p=\\Phi(z)', '−p ln p − (1 − p) ln(1 − p), p = Φ(z)'),
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/ProbitBernoulli',
  create: (parameters) => bernoulli.create({ probs: probitProbability(parameters) }),
};
