import type { Optimizer } from './optimizer';
import { nonNegative } from './specs';

/** The gradient divided by the root of the sum of all its squares so far. */
export const adagrad: Optimizer = {
  name: 'adagrad',
  aliases: [],
  parameters: [
    nonNegative('lr_decay', 0),
    nonNegative('weight_decay', 0),
    nonNegative('initial_accumulator_value', 0),
    nonNegative('eps', 1e-10),
  ],
  latex:
    '\\theta \\leftarrow \\theta - \\eta\\, \\frac{g}{\\sqrt{v} + \\varepsilon}, \\quad v \\leftarrow v + g^2',
  plain: 'θ ← θ − η g/(√v + ε), v ← v + g²',
  source:
    'torch.optim.Adagrad; J. Duchi, E. Hazan and Y. Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011',
  buffers: 1,
  update: ({ values, gradient, buffers: [sum], rate, step, parameters }, first, end) => {
    const { lr_decay: rateDecay, weight_decay: weightDecay, eps } = parameters;
    const decayedRate = rate / (1 + (step - 1) * rateDecay);
    for (let i = first; i < end; i++) {
      const slope = gradient[i] + weightDecay * values[i];
      const before = step === 1 ? parameters.initial_accumulator_value : sum[i];
      sum[i] = before + slope * slope;
      values[i] -= (decayedRate * slope) / (Math.sqrt(sum[i]) + eps);
    }
  },
};
