import { createMatrix, type Matrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import { largestIndex, logSumExp } from '../../numeric/logSumExp';
import type { Lists, Parameters } from '../activations/activation';
import { probabilities, weightParameter } from './elementwiseLoss';
import type { Loss, Target } from './loss';
import { reductionDivisor } from './reduction';
import { asProbabilities, classWeight, countedSamples, ignoreIndex } from './target';

/**
 * −Σ y ln softmax(ŷ) of logits ŷ against a class index or probabilities y; by default the mean over
 * samples. With m the largest logit, the loss of a sample is Σ yⱼ (ŷ_m − ŷⱼ) + (Σ yⱼ) ln(1 + ε),
 * ε = Σ_{j≠m} e^(ŷⱼ − ŷ_m): nothing cancels where the network is sure and right.
 */
export const crossEntropy: Loss = {
  name: 'cross_entropy',
  aliases: ['cross_entropy_loss', 'softmax_cross_entropy', 'categorical_cross_entropy', 'ce'],
  parameters: [
    {
      name: 'label_smoothing',
      default: 0,
      domain: 'in [0, 1]',
      accepts: (smoothing) => smoothing >= 0 && smoothing <= 1,
    },
    ignoreIndex,
    weightParameter('weight', 'outputs'),
  ],
  reductions: ['mean', 'sum', 'none'],
  defaultReduction: 'mean',
  takesClasses: true,
  takesRows: true,
  targetDomain: probabilities,
  elementwise: false,
  latex: '-\\sum_j y_j \\ln \\operatorname{softmax}(\\hat{y})_j',
  plain: '−Σⱼ yⱼ ln softmax(ŷ)ⱼ',
  source: 'torch.nn.functional.cross_entropy',
  value: (output, target, reduction, parameters, lists) => {
    const wanted = wantedRows(output.columns, target, parameters, lists);
    const sum = new CompensatedSum();
    for (let start = 0; start < output.values.length; start += output.columns) {
      const logits = output.values.subarray(start, start + output.columns);
      const { largest, excess } = logSumExp(logits);
      logits.forEach((logit, j) => {
        const weight = wanted.values[start + j];
        if (weight !== 0) sum.add(weight * (largest - logit + excess));
      });
    }
    return sum.value / reductionDivisor(reduction, countedSamples(target, parameters, lists), output.rows);
  },
  gradient: (output, target, reduction, parameters, lists) => {
    const wanted = wantedRows(output.columns, target, parameters, lists);
    const result = createMatrix(output.rows, output.columns);
    const divisor = reductionDivisor(reduction, countedSamples(target, parameters, lists), output.rows);
    for (let start = 0; start < output.values.length; start += output.columns) {
      // An ignored sample has the gradient 0 also where none counts, and the mean of the loss is 0/0.
      if (isIgnored(target, start / output.columns, parameters)) continue;
      const end = start + output.columns;
      const row = result.values.subarray(start, end);
      writeGradient(output.values.subarray(start, end), wanted.values.subarray(start, end), row);
      for (let j = 0; j < row.length; j++) row[j] /= divisor;
    }
    return result;
  },
  kinks: () => [],
};

/**
 * What each logit is wanted for: the target as rows of probabilities, smoothed, (1 − α) y + α/C, times
 * the weight of the class. An ignored sample wants nothing.
 */
export function wantedRows(columns: number, target: Target, parameters: Parameters, lists?: Lists): Matrix {
  const { label_smoothing: smoothing } = parameters;
  const rows = asProbabilities(target, columns, parameters);
  const wanted = createMatrix(rows.rows, columns);
  for (let i = 0; i < wanted.values.length; i++) {
    const sample = Math.floor(i / columns);
    if (isIgnored(target, sample, parameters)) continue;
    const smoothed = (1 - smoothing) * rows.values[i] + smoothing / columns;
    wanted.values[i] = classWeight(i % columns, parameters, lists) * smoothed;
  }
  return wanted;
}

function isIgnored(target: Target, sample: number, parameters: Parameters): boolean {
  return target.form === 'classes' && target.classes[sample] === parameters.ignore_index;
}

/**
 * (Σ y) softmax(ŷ) − y. For the class that is wanted most it is summed over the others,
 * Σ_{j≠k} yⱼ − (Σ y) Σ_{j≠k} softmax(ŷ)ⱼ, so that a sure and right network keeps its digits.
 */
function writeGradient(logits: Float64Array, wanted: Float64Array, result: Float64Array): void {
  const { largest, rest } = logSumExp(logits);
  const mostWanted = largestIndex(wanted);
  let total = 0;
  let wantedElsewhere = 0;
  let probableElsewhere = 0;
  for (let j = 0; j < logits.length; j++) {
    result[j] = Math.exp(logits[j] - largest) / (1 + rest);
    total += wanted[j];
    if (j !== mostWanted) {
      wantedElsewhere += wanted[j];
      probableElsewhere += result[j];
    }
  }
  for (let j = 0; j < logits.length; j++) {
    result[j] =
      j === mostWanted ? wantedElsewhere - total * probableElsewhere : total * result[j] - wanted[j];
  }
}
