import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, level, line, openInterval, realLine } from './shape';
import { frameworksAt, jumpAt, kinkAt } from './subgradient';

export const threshold: ElementwiseActivation = {
  elementwise: true,
  name: 'threshold',
  aliases: [],
  parameters: [
    { name: 'threshold', default: 0, domain: 'finite', accepts: Number.isFinite },
    { name: 'value', default: 0, domain: 'finite', accepts: Number.isFinite },
  ],
  latex: '\\begin{cases} x & x > \\theta \\\\ v & x \\le \\theta \\end{cases}',
  plain: 'x for x > θ, else v',
  source: 'torch.nn.functional.threshold',
  value: (x, { threshold: limit, value }) => (x <= limit ? value : x),
  derivative: (x, { threshold: limit }) => (x > limit ? 1 : 0),
  secondDerivative: flat,
  kinks: ({ threshold: limit, value }) =>
    value === limit
      ? kinkAt(limit, 0, 1, frameworksAt(0))
      : [jumpAt(limit, 0, (limit - value) * Number.POSITIVE_INFINITY, frameworksAt(0))],
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ threshold: limit, value }) =>
    value === limit
      ? [closedInterval(limit)]
      : value > limit
        ? [openInterval(limit)]
        : [closedInterval(value, value), openInterval(limit)],
  ends: ({ value }) => ({ left: level(value), right: line(1) }),
};
