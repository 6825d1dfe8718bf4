import type { ElementwiseActivation } from './activation';

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
  kinks: () => [],
};
