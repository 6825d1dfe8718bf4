import { hyperbolicSecantSquared } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { level, openInterval, realLine } from './shape';

export const tanh: ElementwiseActivation = {
  elementwise: true,
  name: 'tanh',
  aliases: ['hyperbolic_tangent'],
  parameters: [],
  latex: '\\tanh x',
  plain: 'tanh x',
  source: 'torch.nn.functional.tanh',
  value: (x) => Math.tanh(x),
  derivative: (x) => hyperbolicSecantSquared(x),
  secondDerivative: (x) => -2 * Math.tanh(x) * hyperbolicSecantSquared(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(-1, 1)],
  ends: () => ({ left: level(-1), right: level(1) }),
};
