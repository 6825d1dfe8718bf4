import type { ElementwiseActivation } from './activation';
import { leakyRelu } from './leakyRelu';
import { flat, realLine } from './shape';

/** leaky_relu with a slope that is learnt: one for the layer, or a list of one a neuron. */
export const prelu: ElementwiseActivation = {
  elementwise: true,
  name: 'prelu',
  aliases: ['parametric_relu'],
  parameters: [
    { name: 'weight', default: 0.25, domain: 'finite', accepts: Number.isFinite, list: 'neurons' },
  ],
  latex: '\\max(0, x) + \\alpha \\min(0, x)',
  plain: 'max(0, x) + α min(0, x)',
  source: 'K. He et al., Delving Deep into Rectifiers, 2015; torch.nn.functional.prelu',
  value: (x, { weight }) => leakyRelu.value(x, { negative_slope: weight }),
  derivative: (x, { weight }) => leakyRelu.derivative(x, { negative_slope: weight }),
  secondDerivative: flat,
  kinks: ({ weight }) => leakyRelu.kinks({ negative_slope: weight }),
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ weight }) => leakyRelu.range({ negative_slope: weight }),
  ends: ({ weight }) => leakyRelu.ends({ negative_slope: weight }),
  learnt: {
    parameter: 'weight',
    latex: '\\min(0, x)',
    plain: 'min(0, x)',
    derivative: (x) => Math.min(0, x),
    slopeDerivative: (x) => Number(x < 0),
  },
};
