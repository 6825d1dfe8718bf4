import type { ElementwiseActivation } from './activation';
import { frameworksAt, kinkAt } from './subgradient';

export const relu: ElementwiseActivation = {
  elementwise: true,
  name: 'relu',
  aliases: ['rectifier', 'rectified_linear_unit'],
  parameters: [],
  latex: '\\max(0, x)',
  plain: 'max(0, x)',
  source: 'torch.nn.functional.relu',
  value: (x) => Math.max(0, x),
  derivative: (x) => (Number.isNaN(x) ? Number.NaN : x > 0 ? 1 : 0),
  kinks: () => kinkAt(0, 0, 1, frameworksAt(0, { jax: 0 })),
};
