import { createMatrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Loss } from './loss';
import { reductionDivisor } from './reduction';
import { classesOf, countedSamples, ignoreIndex } from './target';

/** −ŷ_c of the class c: the outputs are logarithms of probabilities already. */
export const nllLoss: Loss = {
  name: 'nll_loss',
  aliases: ['nll', 'negative_log_likelihood'],
  parameters: [ignoreIndex],
  reductions: ['mean', 'sum'],
  defaultReduction: 'mean',
  takesClasses: true,
  takesRows: false,
  targetDomain: null,
  elementwise: false,
  latex: '-\\hat{y}_c',
  plain: '−ŷ_c of the class c',
  source: 'torch.nn.functional.nll_loss',
  value: (output, target, reduction, parameters) => {
    const sum = new CompensatedSum();
    classesOf(target).forEach((index, sample) => {
      if (index !== parameters.ignore_index) sum.add(-output.values[sample * output.columns + index]);
    });
    return sum.value / reductionDivisor(reduction, countedSamples(target, parameters), output.rows);
  },
  gradient: (output, target, reduction, parameters) => {
    const divisor = reductionDivisor(reduction, countedSamples(target, parameters), output.rows);
    const result = createMatrix(output.rows, output.columns);
    classesOf(target).forEach((index, sample) => {
      if (index !== parameters.ignore_index) result.values[sample * output.columns + index] = -1 / divisor;
    });
    return result;
  },
  kinks: () => [],
};
