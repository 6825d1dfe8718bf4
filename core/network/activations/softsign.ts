import type { ElementwiseActivation } from './activation';
import { level, openInterval, realLine } from './shape';

export const softsign: ElementwiseActivation = {
  elementwise: true,
  name: 'softsign',
  aliases: ['soft_sign'],
  parameters: [],
  latex: '\\frac{x}{1 + |x|}',
  plain: 'x/(1 + |x|)',
  source: 'torch.nn.functional.softsign',
  value: (x) => (Number.isFinite(x) ? x / (1 + Math.abs(x)) : Math.sign(x)),
  derivative: (x) => (1 / (1 + Math.abs(x))) ** 2,
  secondDerivative: (x) => (x === 0 ? 0 : (-2 * Math.sign(x)) / (1 + Math.abs(x)) ** 3),
  kinks: () => [],
  curvatureJumps: () => [{ at: 0, left: 2, right: -2 }],
  domain: realLine,
  range: () => [openInterval(-1, 1)],
  ends: () => ({ left: level(-1), right: level(1) }),
};
