import { createMatrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import { weightParameter } from './elementwiseLoss';
import type { Loss } from './loss';
import { reductionDivisor } from './reduction';
import { classesOf, classWeight, countedSamples, ignoreIndex } from './target';

/** −ŷ_c of the class c: the outputs are logarithms of probabilities already. */
export const nllLoss: Loss = {
  name: 'nll_loss',
  aliases: ['nll', 'negative_log_likelihood'],
  parameters: [ignoreIndex, weightParameter('weight', 'outputs')],
  reductions: ['mean', 'sum', 'none'],
  defaultReduction: 'mean',
  takesClasses: true,
  takesRows: false,
  targetDomain: null,
  elementwise: false,
  latex: '-\\hat{y}_c',
  plain: '−ŷ_c of the class c',
  source: 'torch.nn.functional.nll_loss',
  value: (output, target, reduction, parameters, lists) => {
    const sum = new CompensatedSum();
    classesOf(target).forEach((index, sample) => {
      if (index === parameters.ignore_index) return;
      sum.add(-classWeight(index, parameters, lists) * output.values[sample * output.columns + index]);
    });
    return sum.value / reductionDivisor(reduction, countedSamples(target, parameters, lists), output.rows);
  },
  gradient: (output, target, reduction, parameters, lists) => {
    const divisor = reductionDivisor(reduction, countedSamples(target, parameters, lists), output.rows);
    const result = createMatrix(output.rows, output.columns);
    classesOf(target).forEach((index, sample) => {
      if (index === parameters.ignore_index) return;
      result.values[sample * output.columns + index] = -classWeight(index, parameters, lists) / divisor;
    });
    return result;
  },
  kinks: () => [],
};
