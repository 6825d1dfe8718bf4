import type { ElementwiseActivation } from './activation';

export const exponential: ElementwiseActivation = {
  elementwise: true,
  name: 'exponential',
  aliases: ['exp'],
  parameters: [],
  latex: 'e^x',
  plain: 'eˣ',
  source: 'keras.activations.exponential',
  value: (x) => Math.exp(x),
  derivative: (x) => Math.exp(x),
  kinks: () => [],
};
