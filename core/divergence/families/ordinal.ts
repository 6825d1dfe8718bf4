import { sigmoidOf } from '../../numeric/logistic';
import { categorical } from './categorical';
import { type Family, formula, type JointViolation, locParameter, type Parameter } from './family';

export type OrdinalParameters = { readonly cutpoints: readonly number[]; readonly loc: number };

const cutpointsParameter: Parameter = {
  name: 'cutpoints',
  symbol: formula('c', 'c'),
  domain: 'real-vector',
};

/** Probabilities of the classes 0 … n of n cutpoints, from P(X > k | X ≥ k) or P(X > k). */
export function orderedProbabilities({ cutpoints, loc }: OrdinalParameters): readonly number[] {
  const above = cutpoints.map((cutpoint) => sigmoidOf(loc - cutpoint));
  const below = cutpoints.map((cutpoint) => sigmoidOf(cutpoint - loc));
  return Array.from({ length: cutpoints.length + 1 }, (_, k) => {
    if (k === 0) return below[0] ?? 1;
    if (k === cutpoints.length) return above[k - 1] ?? 0;
    const [lower = 0, upper = 0] = [(cutpoints[k - 1] ?? 0) - loc, (cutpoints[k] ?? 0) - loc];
    // σ(b) − σ(a) without cancellation: σ(b) σ(−a) (1 − e^{a−b}).
    return sigmoidOf(upper) * sigmoidOf(-lower) * -Math.expm1(lower - upper);
  });
}

export function stoppingProbabilities({ cutpoints, loc }: OrdinalParameters): readonly number[] {
  let left = 1;
  const stopped = cutpoints.map((cutpoint) => {
    const probability = left * sigmoidOf(cutpoint - loc);
    left *= sigmoidOf(loc - cutpoint);
    return probability;
  });
  return [...stopped, left];
}

function increasing({ cutpoints }: OrdinalParameters): JointViolation | null {
  const isIncreasing = cutpoints.every((cutpoint, k) => k === 0 || cutpoint > (cutpoints[k - 1] ?? 0));
  return isIncreasing ? null : { parameter: 'cutpoints', domain: 'c[0] < c[1] < …' };
}

const source = 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions';

export const orderedLogistic: Family<OrdinalParameters> = {
  name: 'ordered_logistic',
  aliases: [],
  parameters: [cutpointsParameter, locParameter],
  density: formula(
    '\\sigma(c_k-\\mu)-\\sigma(c_{k-1}-\\mu),\\ k=0,\\dots,n,\\ c_{-1}=-\\infty,\\ c_n=\\infty',
    'σ(c[k] − μ) − σ(c[k−1] − μ), k = 0, …, n, c[−1] = −∞, c[n] = ∞',
  ),
  entropy: formula('-\\sum_k p_k\\ln p_k', '−Σ p[k] ln p[k]'),
  source: `${source}/OrderedLogistic`,
  violation: increasing,
  create: (parameters) => categorical.create({ probs: orderedProbabilities(parameters) }),
};

export const stoppingRatioLogistic: Family<OrdinalParameters> = {
  name: 'stopping_ratio_logistic',
  aliases: [],
  parameters: [cutpointsParameter, locParameter],
  density: formula(
    '\\sigma(c_k-\\mu)\\prod_{j<k}\\sigma(\\mu-c_j),\\ k=0,\\dots,n,\\ c_n=\\infty',
    'σ(c[k] − μ) Π σ(μ − c[j]) over j < k, k = 0, …, n, c[n] = ∞',
  ),
  entropy: formula('-\\sum_k p_k\\ln p_k', '−Σ p[k] ln p[k]'),
  source: `${source}/StoppingRatioLogistic`,
  create: (parameters) => categorical.create({ probs: stoppingProbabilities(parameters) }),
};
