import type { ElementwiseActivation } from './activation';
import { divergesTo, level, line, openInterval, realLine } from './shape';
import { leastMagnitude } from './subgradient';

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
  secondDerivative: (x, { alpha }) =>
    x > 0 ? 0 : x === 0 ? leastMagnitude(1 / alpha, 0) : Math.exp(x / alpha) / alpha,
  kinks: () => [],
  curvatureJumps: ({ alpha }) => [{ at: 0, left: 1 / alpha, right: 0 }],
  domain: realLine,
  range: ({ alpha }) => [alpha > 0 ? openInterval(-alpha) : realLine],
  ends: ({ alpha }) => ({
    left: alpha > 0 ? level(-alpha) : divergesTo(Number.NEGATIVE_INFINITY),
    right: line(1),
  }),
};
