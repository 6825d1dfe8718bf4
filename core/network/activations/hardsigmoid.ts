import type { ElementwiseActivation } from './activation';
import { frameworksAt, kinkAt } from './subgradient';

export const hardsigmoid: ElementwiseActivation = {
  elementwise: true,
  name: 'hardsigmoid',
  aliases: ['hard_sigmoid'],
  parameters: [],
  latex: '\\min(\\max(0, \\tfrac{x}{6} + \\tfrac{1}{2}), 1)',
  plain: 'min(max(0, x/6 + ½), 1)',
  source: 'torch.nn.functional.hardsigmoid; Keras 2 and ONNX have another function of that name',
  value: (x) => Math.min(Math.max(0, (x + 3) / 6), 1),
  derivative: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
  kinks: () => [...kinkAt(-3, 0, 1 / 6, frameworksAt(0)), ...kinkAt(3, 1 / 6, 0, frameworksAt(0))],
};
