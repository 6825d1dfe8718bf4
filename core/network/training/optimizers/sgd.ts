import type { Optimizer } from './optimizer';
import { flag, nonNegative } from './specs';

/**
 * Gradient descent, with momentum μ, dampening τ, Nesterov's look ahead and weight decay λ: coupled,
 * added to the gradient as in PyTorch, or decoupled, θ ← (1 − ηλ) θ before the step.
 * As in PyTorch the first step fills the momentum with the gradient undamped.
 */
export const sgd: Optimizer = {
  name: 'sgd',
  aliases: ['gradient_descent', 'gd', 'momentum'],
  parameters: [
    nonNegative('momentum', 0),
    { name: 'dampening', default: 0, domain: 'finite', accepts: Number.isFinite },
    nonNegative('weight_decay', 0),
    flag('nesterov'),
    flag('decoupled_weight_decay'),
  ],
  latex: '\\theta \\leftarrow \\theta - \\eta\\, m, \\quad m \\leftarrow \\mu m + (1 - \\tau)\\, g',
  plain: 'θ ← θ − η m, m ← μ m + (1 − τ) g',
  source:
    'torch.optim.SGD; decoupled: I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, 2019',
  buffers: 1,
  update: ({ values, gradient, buffers: [memory], rate, step, parameters }, first, end) => {
    const { momentum, dampening, weight_decay: weightDecay, nesterov } = parameters;
    const isDecoupled = parameters.decoupled_weight_decay === 1;
    const coupled = isDecoupled ? 0 : weightDecay;
    const kept = isDecoupled ? 1 - rate * weightDecay : 1;
    for (let i = first; i < end; i++) {
      let move = gradient[i] + coupled * values[i];
      if (momentum !== 0) {
        memory[i] = step === 1 ? move : momentum * memory[i] + (1 - dampening) * move;
        move = nesterov === 1 ? move + momentum * memory[i] : memory[i];
      }
      values[i] = kept * values[i] - rate * move;
    }
  },
};
