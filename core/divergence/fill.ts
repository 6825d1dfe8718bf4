import { inSlices, type Steps } from '../steps';

/** An array of doubles, entry by entry; `work` is the cost of one in multiply-adds. */
export function* fillSteps(length: number, work: number, entry: (i: number) => number): Steps<Float64Array> {
  const values = new Float64Array(length);
  yield* inSlices(length, work, (first, end) => {
    for (let i = first; i < end; i++) values[i] = entry(i);
  });
  return values;
}
