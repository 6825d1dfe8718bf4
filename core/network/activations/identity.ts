import type { ElementwiseActivation } from './activation';
import { flat, line, realLine } from './shape';

export const identity: ElementwiseActivation = {
  elementwise: true,
  name: 'identity',
  aliases: ['linear', 'none'],
  parameters: [],
  latex: 'x',
  plain: 'x',
  source: 'torch.nn.Identity',
  value: (x) => x,
  derivative: () => 1,
  secondDerivative: flat,
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [realLine],
  ends: () => ({ left: line(1), right: line(1) }),
};
