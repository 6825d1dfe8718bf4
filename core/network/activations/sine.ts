import type { ElementwiseActivation } from './activation';
import { closedInterval, realLine } from './shape';

export const sine: ElementwiseActivation = {
  elementwise: true,
  name: 'sine',
  aliases: ['sin', 'siren'],
  parameters: [],
  latex: '\\sin x',
  plain: 'sin x',
  source: 'V. Sitzmann et al., Implicit Neural Representations with Periodic Activation Functions, 2020',
  value: (x) => Math.sin(x),
  derivative: (x) => Math.cos(x),
  secondDerivative: (x) => -Math.sin(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(-1, 1)],
  ends: () => ({
    left: { kind: 'oscillation', lowest: -1, highest: 1 },
    right: { kind: 'oscillation', lowest: -1, highest: 1 },
  }),
};
