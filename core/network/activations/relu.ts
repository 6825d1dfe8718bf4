import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, level, line, realLine } from './shape';
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
  secondDerivative: flat,
  kinks: () => kinkAt(0, 0, 1, frameworksAt(0, { jax: 0 })),
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(0)],
  ends: () => ({ left: level(0), right: line(1) }),
};
