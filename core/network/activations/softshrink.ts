import type { ElementwiseActivation } from './activation';
import { flat, line, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

export const softshrink: ElementwiseActivation = {
  elementwise: true,
  name: 'softshrink',
  aliases: ['soft_shrink'],
  parameters: [
    { name: 'lambd', default: 0.5, domain: '≥ 0', accepts: (lambd) => lambd >= 0 && Number.isFinite(lambd) },
  ],
  latex: '\\operatorname{sgn}(x) \\max(|x| - \\lambda, 0)',
  plain: 'sgn(x) max(|x| − λ, 0)',
  source: 'torch.nn.functional.softshrink',
  value: (x, { lambd }) => {
    if (x > lambd) return x - lambd;
    if (x < -lambd) return x + lambd;
    return Number.isNaN(x) ? x : 0;
  },
  derivative: (x, { lambd }) => (lambd > 0 && Math.abs(x) <= lambd ? 0 : 1),
  secondDerivative: flat,
  kinks: ({ lambd }) =>
    lambd === 0 ? [] : [...kinkAt(lambd, 0, 1, frameworksAt(0)), ...kinkAt(-lambd, 1, 0, frameworksAt(0))],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [realLine],
  ends: ({ lambd }) => ({ left: line(1, lambd), right: line(1, -lambd) }),
};
