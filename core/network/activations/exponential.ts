import type { ElementwiseActivation } from './activation';
import { divergesTo, level, openInterval, realLine } from './shape';

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
  secondDerivative: (x) => Math.exp(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(0)],
  ends: () => ({ left: level(0), right: divergesTo(Number.POSITIVE_INFINITY) }),
};
