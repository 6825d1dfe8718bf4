import { createMatrix, type Matrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Loss } from './loss';
import { marginSides, marginsAlong } from './margins';
import { reductionDivisor } from './reduction';
import { rowsOf } from './target';

/**
 * Σ over the classes c of a sample and the other classes j of max(0, 1 − (ŷ_c − ŷⱼ))/C. The target of a
 * sample lists its classes, filled up with −1. At its kinks, on differences of two outputs, the
 * derivative of a term is 0.
 */
export const multilabelMarginLoss: Loss = {
  name: 'multilabel_margin_loss',
  aliases: ['multilabel_margin', 'multi_label_margin_loss'],
  parameters: [],
  reductions: ['mean', 'sum', 'none'],
  defaultReduction: 'mean',
  takesClasses: false,
  takesRows: true,
  targetDomain: {
    domain: 'class indices from 0, −1 after the last',
    accepts: (value, _parameters, width) => Number.isInteger(value) && value >= -1 && value < width,
  },
  elementwise: false,
  latex: '\\tfrac{1}{C} \\sum_{c} \\sum_{j \\notin c} \\max(0, 1 - (\\hat{y}_c - \\hat{y}_j))',
  plain: 'Σ over classes c of the sample, j not among them, of max(0, 1 − (ŷ_c − ŷⱼ))/C',
  source: 'torch.nn.functional.multilabel_margin_loss',
  value: (output, target, reduction) => {
    const sum = new CompensatedSum();
    forEachExcess(output, rowsOf(target), (excess) => sum.add(excess));
    return sum.value / output.columns / reductionDivisor(reduction, output.rows, output.rows);
  },
  gradient: (output, target, reduction) => {
    const result = createMatrix(output.rows, output.columns);
    const divisor = output.columns * reductionDivisor(reduction, output.rows, output.rows);
    forEachExcess(output, rowsOf(target), (_excess, other, wanted) => {
      result.values[other] += 1 / divisor;
      result.values[wanted] -= 1 / divisor;
    });
    return result;
  },
  along: (output, target, direction) =>
    target.form === 'class'
      ? 0
      : marginsAlong(output, classesListed(target.row), direction, { margin: 1, p: 1 }) / output.length,
  sides: (output, target) =>
    target.form === 'class' ? [] : marginSides(output, classesListed(target.row), 1),
  kinks: () => [],
};

/** The classes before the first −1. */
function classesListed(row: Float64Array): Float64Array {
  const end = row.indexOf(-1);
  return row.subarray(0, end < 0 ? row.length : end);
}

/** Calls `use` for every other class that comes within the margin of one of the sample's; as places in the output. */
function forEachExcess(
  output: Matrix,
  target: Matrix,
  use: (excess: number, other: number, wanted: number) => void,
): void {
  const { columns } = output;
  for (let start = 0; start < output.values.length; start += columns) {
    const listed = target.values.subarray(start, start + columns);
    const classes = classesListed(listed);
    const isWanted = new Set(classes);
    for (const wanted of classes) {
      for (let other = 0; other < columns; other++) {
        const excess = 1 - output.values[start + wanted] + output.values[start + other];
        if (!isWanted.has(other) && !(excess <= 0)) use(excess, start + other, start + wanted);
      }
    }
  }
}
