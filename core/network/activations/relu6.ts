import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, level, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

export const relu6: ElementwiseActivation = {
  elementwise: true,
  name: 'relu6',
  aliases: ['re_lu6'],
  parameters: [],
  latex: '\\min(\\max(0, x), 6)',
  plain: 'min(max(0, x), 6)',
  source: 'torch.nn.functional.relu6',
  value: (x) => Math.min(Math.max(0, x), 6),
  derivative: (x) => (x > 0 && x < 6 ? 1 : 0),
  secondDerivative: flat,
  kinks: () => [
    ...kinkAt(0, 0, 1, frameworksAt(0, { jax: 0 })),
    ...kinkAt(6, 1, 0, frameworksAt(0, { jax: 0 })),
  ],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(0, 6)],
  ends: () => ({ left: level(0), right: level(6) }),
};
