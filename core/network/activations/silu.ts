import { sigmoidOf } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';

export const silu: ElementwiseActivation = {
  elementwise: true,
  name: 'silu',
  aliases: ['swish', 'sigmoid_linear_unit'],
  parameters: [],
  latex: '\\frac{x}{1 + e^{-x}}',
  plain: 'x σ(x)',
  source: 'torch.nn.functional.silu',
  value: (x) => x * sigmoidOf(x),
  derivative: (x) => {
    const falling = sigmoidOf(-x);
    return sigmoidOf(x) * (1 + (falling === 0 ? 0 : x * falling));
  },
  kinks: () => [],
};
