/** Zero and the round numbers 1, 2 or 5 × 10ⁿ that fit about `wantedCount` times into the range. */
export function ticks(low: number, high: number, wantedCount: number): readonly number[] {
  const wanted = (high - low) / wantedCount;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [5, 2, 1].map((digit) => digit * power).find((size) => size <= wanted) ?? power;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(3)));
}
