import { elementwiseLoss } from './elementwiseLoss';

/** (ŷ − y)², by default the mean over all outputs of all samples, without a half. */
export const mseLoss = elementwiseLoss({
  name: 'mse_loss',
  aliases: ['mse', 'mean_squared_error', 'squared_error'],
  parameters: [],
  targetDomain: null,
  latex: '(\\hat{y} - y)^2',
  plain: '(ŷ − y)²',
  source: 'torch.nn.functional.mse_loss',
  term: (output, target) => (output - target) ** 2,
  slope: (output, target) => 2 * (output - target),
});
