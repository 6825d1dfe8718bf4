import type { ElementwiseActivation } from './activation';
import { closedInterval, level, line, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

export const hardswish: ElementwiseActivation = {
  elementwise: true,
  name: 'hardswish',
  aliases: ['hard_swish', 'hard_silu'],
  parameters: [],
  latex: '\\tfrac{x}{6} \\min(\\max(0, x + 3), 6)',
  plain: 'x min(max(0, x + 3), 6)/6',
  source: 'torch.nn.functional.hardswish',
  value: (x) => (x * Math.min(Math.max(0, x + 3), 6)) / 6,
  derivative: (x) => {
    if (x <= -3) return 0;
    return x >= 3 ? 1 : (2 * x + 3) / 6;
  },
  secondDerivative: (x) => (Math.abs(x) < 3 ? 1 / 3 : 0),
  kinks: () => [
    ...kinkAt(-3, 0, -0.5, frameworksAt(-0.5)),
    // PyTorch 1.13 gives 1.5 for one number, and 1 inside a vector of four or more.
    ...kinkAt(3, 1.5, 1, frameworksAt('not known')),
  ],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(-3 / 8)],
  ends: () => ({ left: level(0), right: line(1) }),
};
