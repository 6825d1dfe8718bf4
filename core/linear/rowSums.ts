import { decimalPlaces } from '../exact/parseRational';
import type { Matrix } from '../matrix';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { writtenNumber } from '../text/written';

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
 * printing with rounding explains, half a unit of the last digit a number.
 */
export function* rowsAreDistributionsSteps(
  text: string,
  array: NumberArray,
  sums: Float64Array,
): Steps<boolean> {
  const columns = array.shape.at(-1) ?? 1;
  if (columns < 2 || sums.length === 0 || sums.length > mostRows || array.values.length > mostNumbers)
    return false;
  for (let row = 0; row < sums.length; row++) {
    if (row % 16 === 0) yield;
    const difference = Math.abs(sums[row] - 1);
    if (!(difference <= 1)) return false;
    let allowed = 4 * Number.EPSILON * columns;
    for (let index = row * columns; index < (row + 1) * columns; index++) {
      if (!(array.values[index] >= 0)) return false;
      const places = difference <= allowed ? null : decimalPlaces(writtenNumber(text, array, index));
      if (places !== null) allowed += 0.5 * 10 ** -places;
    }
    if (difference > allowed) return false;
  }
  return true;
}
