import type { ElementwiseActivation } from './activation';
import { closedInterval, flat, level, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

export const hardtanh: ElementwiseActivation = {
  elementwise: true,
  name: 'hardtanh',
  aliases: ['hard_tanh'],
  parameters: [
    { name: 'min_val', default: -1, domain: 'finite', accepts: Number.isFinite },
    { name: 'max_val', default: 1, domain: 'finite', accepts: Number.isFinite },
  ],
  latex: '\\min(\\max(a, x), b)',
  plain: 'min(max(min_val, x), max_val)',
  source: 'torch.nn.functional.hardtanh',
  value: (x, { min_val: low, max_val: high }) => Math.min(Math.max(low, x), high),
  derivative: (x, { min_val: low, max_val: high }) => (x > low && x < high ? 1 : 0),
  secondDerivative: flat,
  // Bounds that meet or cross leave a constant.
  kinks: ({ min_val: low, max_val: high }) =>
    low >= high ? [] : [...kinkAt(low, 0, 1, frameworksAt(0)), ...kinkAt(high, 1, 0, frameworksAt(0))],
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ min_val: low, max_val: high }) => [closedInterval(Math.min(low, high), high)],
  ends: ({ min_val: low, max_val: high }) => ({ left: level(Math.min(low, high)), right: level(high) }),
};
