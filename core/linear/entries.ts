import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';

/** What a list of numbers is as a whole, whatever its shape. Of numbers that are not finite only the counts speak. */
export interface EntryStatistics {
  readonly count: number;
  readonly nan: number;
  readonly infinite: number;
  readonly zeros: number;
  /** Places of the least and the greatest among all but NaN; null where there is none. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Of the finite ones; null where there is none. */
  readonly mean: number | null;
  /** The standard deviation of the numbers as a whole population, √(Σ(x − mean)²/n). */
  readonly deviation: number | null;
}

export function* entryStatisticsSteps(values: Float64Array): Steps<EntryStatistics> {
  let [nan, infinite, zeros] = [0, 0, 0];
  let [minimum, maximum]: [number | null, number | null] = [null, null];
  const sum = new CompensatedSum();
  yield* inSlices(values.length, 4, (first, end) => {
    for (let index = first; index < end; index++) {
      const value = values[index];
      if (Number.isNaN(value)) {
        nan += 1;
        continue;
      }
      if (minimum === null || value < values[minimum]) minimum = index;
      if (maximum === null || value > values[maximum]) maximum = index;
      if (Number.isFinite(value)) sum.add(value);
      else infinite += 1;
      if (value === 0) zeros += 1;
    }
  });
  const finite = values.length - nan - infinite;
  const mean = finite === 0 ? null : sum.value / finite;
  const squares = new CompensatedSum();
  if (mean !== null) {
    yield* inSlices(values.length, 4, (first, end) => {
      for (let index = first; index < end; index++) {
        if (Number.isFinite(values[index])) squares.add((values[index] - mean) ** 2);
      }
    });
  }
  const deviation = mean === null ? null : Math.sqrt(squares.value / finite);
  return { count: values.length, nan, infinite, zeros, minimum, maximum, mean, deviation };
}
