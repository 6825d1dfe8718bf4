import { type Printer, printedSum, sharesOf, termsOf } from './printer';

const epsilon = 2 ** -52;

/** What `Categorical(probs).logits` is in float64. */
function logit(probability: number): number {
  return Math.log(Math.min(Math.max(probability, epsilon), 1 - epsilon));
}

export const torchCategorical: Printer = {
  tool: 'PyTorch',
  call: 'torch.distributions.kl_divergence(Categorical(P), Categorical(Q))',
  versions: '1.13.0',
  known: 'run',
  link: 'https://pytorch.org/docs/stable/distributions.html#torch.distributions.kl.kl_divergence',
  measure: 'klPQ',
  conventions: ['normalises', 'clamps-epsilon', 'true-zeros', 'base-e'],
  print: (p, q) => {
    const [left, right] = [sharesOf(p), sharesOf(q)];
    const terms = termsOf(left, right, (x, y) => {
      if (x === 0) return 0;
      return y === 0 ? Number.POSITIVE_INFINITY : x * (logit(x) - logit(y));
    });
    const sizes = termsOf(left, right, (x, y) => x * (Math.abs(logit(x)) + Math.abs(logit(y)) + 1));
    return { ...printedSum(terms), rounding: printedSum(sizes).rounding };
  },
};
