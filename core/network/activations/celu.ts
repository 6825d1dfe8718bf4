import type { ElementwiseActivation } from './activation';

export const celu: ElementwiseActivation = {
  elementwise: true,
  name: 'celu',
  aliases: [],
  parameters: [
    {
      name: 'alpha',
      default: 1,
      domain: '≠ 0',
      accepts: (alpha) => alpha !== 0 && Number.isFinite(alpha),
    },
  ],
  latex: '\\max(0, x) + \\min(0, \\alpha (e^{x/\\alpha} - 1))',
  plain: 'max(0, x) + min(0, α(e^(x/α) − 1))',
  source: 'torch.nn.functional.celu',
  value: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x / alpha)),
  derivative: (x, { alpha }) => (x > 0 ? 1 : Math.exp(x / alpha)),
  kinks: () => [],
};
