import { CompensatedSum } from '../numeric/compensatedSum';
import { powerOfTwoNear } from '../numeric/powerOfTwo';
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
  let largestSize = 0;
  yield* inSlices(values.length, 4, (first, end) => {
    for (let index = first; index < end; index++) {
      const value = values[index];
      if (Number.isNaN(value)) {
        nan += 1;
        continue;
      }
      if (minimum === null || value < values[minimum]) minimum = index;
      if (maximum === null || value > values[maximum]) maximum = index;
      if (Number.isFinite(value)) largestSize = Math.max(largestSize, Math.abs(value));
      else infinite += 1;
      if (value === 0) zeros += 1;
    }
  });
  const { mean, deviation } = yield* momentsSteps(values, values.length - nan - infinite, largestSize);
  return { count: values.length, nan, infinite, zeros, minimum, maximum, mean, deviation };
}

/** Of the finite numbers, divided by a power of two, so that neither sums nor squares leave the doubles. */
function* momentsSteps(
  values: Float64Array,
  finite: number,
  largestSize: number,
): Steps<Pick<EntryStatistics, 'mean' | 'deviation'>> {
  if (finite === 0) return { mean: null, deviation: null };
  if (largestSize === 0) return { mean: 0, deviation: 0 };
  const scale = powerOfTwoNear(largestSize);
  const sum = new CompensatedSum();
  yield* inSlices(values.length, 4, (first, end) => {
    for (let index = first; index < end; index++) {
      if (Number.isFinite(values[index])) sum.add(values[index] / scale);
    }
  });
  const mean = sum.value / finite;
  const squares = new CompensatedSum();
  yield* inSlices(values.length, 4, (first, end) => {
    for (let index = first; index < end; index++) {
      if (Number.isFinite(values[index])) squares.add((values[index] / scale - mean) ** 2);
    }
  });
  return { mean: mean * scale, deviation: Math.sqrt(squares.value / finite) * scale };
}
