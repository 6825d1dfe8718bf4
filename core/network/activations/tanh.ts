import { hyperbolicSecantSquared } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';

export const tanh: ElementwiseActivation = {
  elementwise: true,
  name: 'tanh',
  aliases: ['hyperbolic_tangent'],
  parameters: [],
  latex: '\\tanh x',
  plain: 'tanh x',
  source: 'torch.nn.functional.tanh',
  value: (x) => Math.tanh(x),
  derivative: (x) => hyperbolicSecantSquared(x),
  kinks: () => [],
};
