import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, line, openInterval, realLine } from './shape';
import { frameworksAt, jumpAt } from './subgradient';

export const hardshrink: ElementwiseActivation = {
  elementwise: true,
  name: 'hardshrink',
  aliases: ['hard_shrink'],
  parameters: [
    { name: 'lambd', default: 0.5, domain: '≥ 0', accepts: (lambd) => lambd >= 0 && Number.isFinite(lambd) },
  ],
  latex: '\\begin{cases} x & |x| > \\lambda \\\\ 0 & |x| \\le \\lambda \\end{cases}',
  plain: 'x for |x| > λ, else 0',
  source: 'torch.nn.functional.hardshrink',
  value: (x, { lambd }) => (Math.abs(x) <= lambd ? 0 : x),
  derivative: (x, { lambd }) => (lambd > 0 && Math.abs(x) <= lambd ? 0 : 1),
  secondDerivative: flat,
  kinks: ({ lambd }) =>
    lambd === 0
      ? []
      : [
          jumpAt(lambd, 0, Number.POSITIVE_INFINITY, frameworksAt(0)),
          jumpAt(-lambd, Number.POSITIVE_INFINITY, 0, frameworksAt(0)),
        ],
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ lambd }) =>
    lambd === 0 ? [realLine] : [openInterval(undefined, -lambd), closedInterval(0, 0), openInterval(lambd)],
  ends: () => ({ left: line(1), right: line(1) }),
};
