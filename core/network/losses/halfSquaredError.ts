import type { Loss } from './loss';
import { mapEntries, reductionDivisor, sumOverEntries } from './reduction';
import { rowsOf } from './target';

/** ½‖ŷ − y‖²: the sheet's loss, half of PyTorch's. `mean` divides by the number of samples. */
export const halfSquaredError: Loss = {
  name: 'half_squared_error',
  aliases: ['half_mse', 'half_mean_squared_error'],
  parameters: [],
  reductions: ['sum', 'mean', 'none'],
  defaultReduction: 'sum',
  takesClasses: false,
  takesRows: true,
  targetDomain: null,
  elementwise: true,
  entry: {
    term: (value, wanted) => 0.5 * (value - wanted) ** 2,
    slope: (value, wanted) => value - wanted,
  },
  isMeanOverSamples: true,
  latex: '\\tfrac{1}{2} (\\hat{y} - y)^2',
  plain: '½(ŷ − y)²',
  source: 'C. M. Bishop, Pattern Recognition and Machine Learning, 2006, eq. 5.11',
  value: (output, target, reduction) =>
    (0.5 * sumOverEntries(output, rowsOf(target), (value, wanted) => (value - wanted) ** 2)) /
    reductionDivisor(reduction, output.rows, output.rows),
  gradient: (output, target, reduction) => {
    const divisor = reductionDivisor(reduction, output.rows, output.rows);
    return mapEntries(output, rowsOf(target), (value, wanted) => (value - wanted) / divisor);
  },
  kinks: () => [],
};
