import { logisticSlope, sigmoidOf, softplusOf } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { level, line, openInterval, realLine } from './shape';

export const logsigmoid: ElementwiseActivation = {
  elementwise: true,
  name: 'logsigmoid',
  aliases: ['log_sigmoid'],
  parameters: [],
  latex: '-\\ln(1 + e^{-x})',
  plain: '−ln(1 + e^(−x))',
  source: 'torch.nn.functional.logsigmoid',
  value: (x) => -softplusOf(-x),
  derivative: (x) => sigmoidOf(-x),
  secondDerivative: (x) => -logisticSlope(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(undefined, 0)],
  ends: () => ({ left: line(1), right: level(0) }),
};
