import { sigmoidOf, softplusOf } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';

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
  kinks: () => [],
};
