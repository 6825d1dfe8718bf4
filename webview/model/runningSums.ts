/** The start, and what is reached after each step from it: one more number than there are steps. */
export function runningSums(start: number, steps: readonly number[]): readonly number[] {
  const sums = [start];
  for (const step of steps) sums.push(sums[sums.length - 1] + step);
  return sums;
}
