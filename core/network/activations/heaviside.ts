import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, level, realLine } from './shape';
import { frameworksAt, jumpAt } from './subgradient';

export const heaviside: ElementwiseActivation = {
  elementwise: true,
  name: 'heaviside',
  aliases: ['step', 'binary_step', 'unit_step'],
  parameters: [
    { name: 'values', default: 0.5, domain: 'a number', accepts: (value) => !Number.isNaN(value) },
  ],
  latex: '\\begin{cases} 1 & x > 0 \\\\ h & x = 0 \\\\ 0 & x < 0 \\end{cases}',
  plain: '1 for x > 0, 0 for x < 0, values at 0',
  source: 'torch.heaviside; ½ at 0 unless the text says otherwise',
  value: (x, { values }) => {
    if (x === 0) return values;
    return Number.isNaN(x) ? x : Number(x > 0);
  },
  derivative: () => 0,
  secondDerivative: flat,
  kinks: ({ values }) => [
    jumpAt(
      0,
      values * Number.POSITIVE_INFINITY || 0,
      (1 - values) * Number.POSITIVE_INFINITY || 0,
      frameworksAt('not known'),
    ),
  ],
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ values }) =>
    [...new Set([0, values, 1])].sort((a, b) => a - b).map((height) => closedInterval(height, height)),
  ends: () => ({ left: level(0), right: level(1) }),
};
