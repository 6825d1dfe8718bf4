import { inSlices, type Steps } from '../steps';

/** In which numbers a network is calculated: IEEE 754 binary64 or binary32. The first is what is taken unasked. */
export const dtypes = ['float64', 'float32'] as const;
export type Dtype = (typeof dtypes)[number];

/** u of float32: an operation is off by no more than this part of its result. */
export const singleRoundoff = 2 ** -24;

/** The least number above 0 of float32: what is smaller is off by half of it at most. */
export const leastSingle = 2 ** -149;

/** Rounds to float32 in place, to nearest and to even; nothing is done to doubles. */
export function* roundTo(dtype: Dtype, values: Float64Array | null): Steps<void> {
  if (dtype === 'float64' || values === null) return;
  yield* inSlices(values.length, 2, (first, end) => {
    for (let i = first; i < end; i++) values[i] = Math.fround(values[i]);
  });
}

/** Copies, in float32. */
export function singleOf(values: Float64Array): Float64Array {
  return values.map(Math.fround);
}

/**
 * Of a float32, the shortest decimal that no other float32 is nearer to: its nearest double, so that 0.1f is 0.1. It has
 * nine significant digits at most.
 */
export function shortestSingle(value: number): number {
  if (!Number.isFinite(value)) return value;
  // Of six digits every decimal is one of float32 again, but among subnormal numbers.
  for (let digits = Math.abs(value) < 2 ** -126 ? 1 : 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return Number(value.toPrecision(9));
}
