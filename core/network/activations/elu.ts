import type { ElementwiseActivation } from './activation';
import { closedInterval, level, line, openInterval, realLine } from './shape';
import { frameworksAt, kinkAt, leastMagnitude } from './subgradient';

export const elu: ElementwiseActivation = {
  elementwise: true,
  name: 'elu',
  aliases: ['exponential_linear_unit'],
  parameters: [{ name: 'alpha', default: 1, domain: 'finite', accepts: Number.isFinite }],
  latex: '\\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & x \\le 0 \\end{cases}',
  plain: 'x for x > 0, α(eˣ − 1) for x ≤ 0',
  source: 'torch.nn.functional.elu',
  value: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)),
  derivative: (x, { alpha }) => {
    if (x > 0) return 1;
    return x === 0 ? leastMagnitude(alpha, 1) : alpha * Math.exp(x);
  },
  secondDerivative: (x, { alpha }) => (x > 0 ? 0 : x === 0 ? leastMagnitude(alpha, 0) : alpha * Math.exp(x)),
  kinks: ({ alpha }) => kinkAt(0, alpha, 1, frameworksAt(alpha)),
  curvatureJumps: ({ alpha }) => (alpha === 1 ? [{ at: 0, left: 1, right: 0 }] : []),
  domain: realLine,
  range: ({ alpha }) => [alpha > 0 ? openInterval(-alpha) : closedInterval(0)],
  ends: ({ alpha }) => ({ left: level(-alpha), right: line(1) }),
};
