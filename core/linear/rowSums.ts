import {
  exactWeightsSteps,
  isRoundedOne,
  isRoundedOneInDoubles,
  roundingSteps,
  sumOfWeights,
} from '../divergence/weights';
import type { Matrix } from '../matrix';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { rowOf } from '../text/shapes';

/** The sum of each row. As many as rows, and so not kept with the statistics: of a column they are as large as its numbers. */
export function* rowSumSteps({ rows, columns, values }: Matrix): Steps<Float64Array> {
  const sums = new Float64Array(rows);
  yield* inSlices(rows, columns * 2, (first, end) => {
    for (let row = first; row < end; row++) {
      const sum = new CompensatedSum();
      for (let index = row * columns; index < (row + 1) * columns; index++) sum.add(values[index]);
      sums[row] = sum.value;
    }
  });
  return sums;
}

/** More rows are a data set, which nobody means as a list of distributions. */
const mostRows = 1000;
const mostNumbers = 100_000;

/**
 * Whether each row is a distribution: no number negative, and their sum one, or away from it by no more than
 * printing with rounding explains, by the rule that distributions have.
 */
export function* rowsAreDistributionsSteps(text: string, array: NumberArray, matrix: Matrix): Steps<boolean> {
  const { rows, columns } = matrix;
  if (columns < 2 || rows > mostRows || array.values.length > mostNumbers) return false;
  const sums = yield* rowSumSteps(matrix);
  // Half a unit a number is the most that printing takes, and no number has fewer digits than none.
  if (!sums.every((sum) => Math.abs(sum - 1) <= columns / 2)) return false;
  if (!array.values.every((value) => value >= 0)) return false;
  for (let row = 0; row < sums.length; row++) {
    const numbers = rowOf(array, row);
    const rounding = yield* roundingSteps(text, numbers);
    const exact = yield* exactWeightsSteps(text, numbers);
    const isOne =
      exact === null
        ? isRoundedOneInDoubles(sums[row], rounding)
        : isRoundedOne(sumOfWeights(exact), rounding);
    if (!isOne) return false;
  }
  return true;
}
