import type { ElementwiseActivation } from './activation';

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
  kinks: () => [],
};
