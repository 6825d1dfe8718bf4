import { adaptiveMoments } from './adaptiveMoments';

/** Adam with weight decay that shrinks θ itself: θ ← (1 − ηλ) θ before the step. */
export const adamw = adaptiveMoments({
  name: 'adamw',
  aliases: [],
  latex:
    '\\theta \\leftarrow (1 - \\eta\\lambda)\\, \\theta - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}',
  plain: 'θ ← (1 − ηλ) θ − η m̂/(√v̂ + ε)',
  source: 'torch.optim.AdamW; I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, 2019',
  weightDecay: 0.01,
  further: [],
  isDecoupled: () => true,
});
