import type { ElementwiseActivation } from './activation';

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
  kinks: () => [],
};
