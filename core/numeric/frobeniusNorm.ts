/** √Σ v², scaled by the largest size so that squares neither overflow nor vanish. */
export function frobeniusNorm(values: Float64Array): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (Number.isNaN(value)) return value;
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0 || largest === Number.POSITIVE_INFINITY) return largest;
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (values[index] / largest) ** 2;
  return largest * Math.sqrt(sum);
}
