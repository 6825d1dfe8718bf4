/** One sample of a batch whose rows are samples, without a copy. */
export function rowOf(values: Float64Array, columns: number, sample: number): Float64Array {
  return values.subarray(sample * columns, (sample + 1) * columns);
}
