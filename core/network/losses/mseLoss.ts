import type { Loss } from './loss';
import { mapEntries, reductionDivisor, sumOverEntries } from './reduction';
import { rowsOf } from './target';

/** (ŷ − y)², by default the mean over all outputs of all samples, without a half. */
export const mseLoss: Loss = {
  name: 'mse_loss',
  aliases: ['mse', 'mean_squared_error', 'squared_error'],
  parameters: [],
  reductions: ['mean', 'sum'],
  defaultReduction: 'mean',
  takesClasses: false,
  targetDomain: null,
  elementwise: true,
  latex: '(\\hat{y} - y)^2',
  plain: '(ŷ − y)²',
  source: 'torch.nn.functional.mse_loss',
  value: (output, target, reduction) =>
    sumOverEntries(output, rowsOf(target), (value, wanted) => (value - wanted) ** 2) /
    reductionDivisor(reduction, output.values.length, output.rows),
  gradient: (output, target, reduction) => {
    const divisor = reductionDivisor(reduction, output.values.length, output.rows);
    return mapEntries(output, rowsOf(target), (value, wanted) => (2 * (value - wanted)) / divisor);
  },
  kinks: () => [],
};
