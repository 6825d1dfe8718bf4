import { logisticSlope, sigmoidOf } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';

export const sigmoid: ElementwiseActivation = {
  elementwise: true,
  name: 'sigmoid',
  aliases: ['logistic', 'expit'],
  parameters: [],
  latex: '\\frac{1}{1 + e^{-x}}',
  plain: '1/(1 + e^(−x))',
  source: 'torch.nn.functional.sigmoid',
  value: (x) => sigmoidOf(x),
  derivative: (x) => logisticSlope(x),
  kinks: () => [],
};
