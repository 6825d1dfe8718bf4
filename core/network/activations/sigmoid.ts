import { logisticCurvature, logisticSlope, sigmoidOf } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { level, openInterval, realLine } from './shape';

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
  secondDerivative: (x) => logisticCurvature(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(0, 1)],
  ends: () => ({ left: level(0), right: level(1) }),
};
