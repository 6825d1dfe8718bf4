import { inSlices, type Steps } from '../steps';

/** Counts of the values in `bins` intervals of one length from `low` to `high`, the ends included; others are left out. */
export function* histogramSteps(
  values: Float64Array,
  low: number,
  high: number,
  bins: number,
): Steps<Float64Array> {
  const counts = new Float64Array(bins);
  const scale = bins / (high - low);
  yield* inSlices(values.length, 2, (first, end) => {
    for (let at = first; at < end; at++) {
      const value = values[at];
      if (value >= low && value <= high) counts[Math.min(bins - 1, Math.floor((value - low) * scale))] += 1;
    }
  });
  return counts;
}
