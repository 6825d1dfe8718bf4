import { createMatrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Loss, SampleTarget } from './loss';
import { reductionDivisor } from './reduction';
import { asProbabilities } from './target';

/**
 * max(0, 1 + max_j (1 − yⱼ) ŷⱼ − Σ yⱼ ŷⱼ) of targets 0 and 1. Where several outputs share the maximum,
 * its derivative is shared among them: the subgradient of least norm.
 */
export const categoricalHinge: Loss = {
  name: 'categorical_hinge',
  aliases: ['categorical_hinge_loss'],
  parameters: [],
  reductions: ['mean', 'sum', 'none'],
  defaultReduction: 'mean',
  takesClasses: true,
  takesRows: true,
  targetDomain: { domain: '0, 1', accepts: (value) => value === 0 || value === 1 },
  elementwise: false,
  latex: '\\max\\left(0, 1 + \\max_j (1 - y_j) \\hat{y}_j - \\sum_j y_j \\hat{y}_j\\right)',
  plain: 'max(0, 1 + maxⱼ (1 − yⱼ) ŷⱼ − Σⱼ yⱼ ŷⱼ)',
  source: 'keras.losses.categorical_hinge',
  value: (output, target, reduction, parameters) => {
    const wanted = asProbabilities(target, output.columns, parameters).values;
    const sum = new CompensatedSum();
    for (let start = 0; start < output.values.length; start += output.columns) {
      const end = start + output.columns;
      const { excess } = margin(output.values.subarray(start, end), wanted.subarray(start, end));
      sum.add(Math.max(0, excess));
    }
    return sum.value / reductionDivisor(reduction, output.rows, output.rows);
  },
  gradient: (output, target, reduction, parameters) => {
    const wanted = asProbabilities(target, output.columns, parameters).values;
    const result = createMatrix(output.rows, output.columns);
    const divisor = reductionDivisor(reduction, output.rows, output.rows);
    for (let start = 0; start < output.values.length; start += output.columns) {
      const end = start + output.columns;
      const y = wanted.subarray(start, end);
      const { excess, strongest } = margin(output.values.subarray(start, end), y);
      if (excess <= 0) continue;
      y.forEach((is, j) => {
        result.values[start + j] = -is / divisor;
      });
      for (const j of strongest) result.values[start + j] += (1 - y[j]) / strongest.length / divisor;
    }
    return result;
  },
  along: (output, target, direction) => {
    const y = wantedOf(output, target);
    const { excess, strongest } = margin(output, y);
    const ofMaximum = Math.max(...strongest.map((j) => (1 - y[j]) * direction[j]));
    const growth = ofMaximum - y.reduce((sum, value, j) => sum + value * direction[j], 0);
    if (excess === 0) return Math.max(0, growth);
    return excess > 0 ? growth : 0;
  },
  sides: (output, target) => {
    const { excess, strongest } = margin(output, wantedOf(output, target));
    return [Math.sign(excess), ...(excess > 0 ? strongest : [])];
  },
  kinks: () => [],
};

function wantedOf(output: Float64Array, target: SampleTarget): Float64Array {
  return target.form === 'row' ? target.row : output.map((_, j) => Number(j === target.index));
}

function margin(output: Float64Array, y: Float64Array) {
  const wrong = output.map((value, j) => (1 - y[j]) * value);
  const right = output.reduce((sum, value, j) => sum + y[j] * value, 0);
  const largest = wrong.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const strongest = [...wrong.keys()].filter((j) => wrong[j] === largest);
  return { excess: 1 + largest - right, strongest };
}
