import { xLogY } from '../../numeric/special/logarithms';
import type { DiscreteDistribution } from './distribution';
import { type Family, formula, type ParameterValue } from './family';

export type CategoricalParameters = { readonly probs: readonly number[] };

/** e^{logits}, the greatest taken out, so that nothing overflows. */
function fromLogits(value: ParameterValue): readonly number[] | null {
  if (typeof value === 'number') return null;
  const logits = value.filter((x): x is number => typeof x === 'number');
  const most = Math.max(...logits);
  return logits.map((x) => Math.exp(x - most));
}

/** Outcomes 0, 1, …; `probs` are divided by their sum, as in `torch.distributions`. */
export const categorical: Family<CategoricalParameters> = {
  name: 'categorical',
  aliases: ['one_hot_categorical', 'discrete'],
  parameters: [
    {
      name: 'probs',
      aliases: ['p'],
      symbol: formula('p', 'p'),
      domain: 'probabilities',
      alternatives: [{ name: 'logits', domain: 'real-vector', convert: fromLogits }],
    },
  ],
  density: formula('p_k,\\ k=0,\\dots,n-1', 'p[k], k = 0, …, n − 1'),
  entropy: formula('-\\sum_k p_k\\ln p_k', '−Σ p[k] ln p[k]'),
  source: 'https://pytorch.org/docs/stable/distributions.html#categorical',
  create({ probs }): DiscreteDistribution {
    const sum = probs.reduce((a, b) => a + b, 0);
    const shares = probs.map((p) => p / sum);
    const mean = shares.reduce((total, p, k) => total + k * p, 0);
    return {
      kind: 'discrete',
      support: { lower: 0, upper: probs.length - 1 },
      logMass: (k) => Math.log(shares[k] ?? 0),
      mode: shares.indexOf(Math.max(...shares)),
      upperEnd: [],
      tailRatio: () => Number.POSITIVE_INFINITY,
      entropy: shares.reduce((total, p) => total - xLogY(p, p), 0),
      mean,
      variance: shares.reduce((total, p, k) => total + (k - mean) ** 2 * p, 0),
    };
  },
};
