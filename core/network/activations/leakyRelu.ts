import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, line, realLine } from './shape';
import { frameworksAt, kinkAt, leastMagnitude } from './subgradient';

export const leakyRelu: ElementwiseActivation = {
  elementwise: true,
  name: 'leaky_relu',
  aliases: ['lrelu'],
  parameters: [{ name: 'negative_slope', default: 0.01, domain: 'finite', accepts: Number.isFinite }],
  latex: '\\begin{cases} x & x > 0 \\\\ a x & x \\le 0 \\end{cases}',
  plain: 'x for x > 0, negative_slope · x for x ≤ 0',
  source: 'torch.nn.functional.leaky_relu',
  value: (x, { negative_slope: slope }) => (x > 0 ? x : slope * x),
  derivative: (x, { negative_slope: slope }) => {
    if (x > 0) return 1;
    if (x < 0) return slope;
    return x === 0 ? leastMagnitude(slope, 1) : Number.NaN;
  },
  secondDerivative: flat,
  kinks: ({ negative_slope: slope }) => kinkAt(0, slope, 1, frameworksAt(slope)),
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ negative_slope: slope }) => [slope > 0 ? realLine : closedInterval(0)],
  ends: ({ negative_slope: slope }) => ({ left: line(slope), right: line(1) }),
};
