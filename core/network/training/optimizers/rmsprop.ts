import type { Optimizer } from './optimizer';
import { decay, flag, nonNegative } from './specs';

/** The gradient divided by the root of the running mean of its square; centred: by its deviation. */
export const rmsprop: Optimizer = {
  name: 'rmsprop',
  aliases: [],
  parameters: [
    decay('alpha', 0.99),
    nonNegative('eps', 1e-8),
    nonNegative('weight_decay', 0),
    nonNegative('momentum', 0),
    flag('centered'),
  ],
  latex:
    '\\theta \\leftarrow \\theta - \\eta\\, \\frac{g}{\\sqrt{v} + \\varepsilon}, \\quad v \\leftarrow \\alpha v + (1 - \\alpha)\\, g^2',
  plain: 'θ ← θ − η g/(√v + ε), v ← α v + (1 − α) g²',
  source: 'torch.optim.RMSprop; T. Tieleman and G. Hinton, Lecture 6.5, 2012',
  buffers: 3,
  update: ({ values, gradient, buffers: [square, mean, memory], rate, parameters }, first, end) => {
    const { alpha, eps, weight_decay: weightDecay, momentum, centered } = parameters;
    for (let i = first; i < end; i++) {
      const slope = gradient[i] + weightDecay * values[i];
      square[i] = alpha * square[i] + (1 - alpha) * slope * slope;
      let spread = square[i];
      if (centered === 1) {
        mean[i] += (1 - alpha) * (slope - mean[i]);
        spread -= mean[i] * mean[i];
      }
      let move = slope / (Math.sqrt(spread) + eps);
      if (momentum > 0) {
        memory[i] = momentum * memory[i] + move;
        move = memory[i];
      }
      values[i] -= rate * move;
    }
  },
};
