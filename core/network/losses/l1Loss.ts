import { frameworksAt, kinkAt } from '../activations/subgradient';
import { elementwiseLoss } from './elementwiseLoss';

export const l1Loss = elementwiseLoss({
  name: 'l1_loss',
  aliases: ['l1', 'mae', 'mean_absolute_error', 'absolute_error'],
  parameters: [],
  targetDomain: null,
  latex: '|\\hat{y} - y|',
  plain: '|ŷ − y|',
  source: 'torch.nn.functional.l1_loss',
  term: (output, target) => Math.abs(output - target),
  slope: (output, target) => Math.sign(output - target),
  kinks: (target) => kinkAt(target, -1, 1, frameworksAt(0)),
});
