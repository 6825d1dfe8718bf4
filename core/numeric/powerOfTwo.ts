/**
 * A power of two near a size, so that dividing by it is exact but for the subnormal, and squares and sums of what is
 * divided stay in range. 0 for 0.
 */
export function powerOfTwoNear(size: number): number {
  return size === 0 ? 0 : 2 ** Math.max(-1021, Math.min(1022, Math.floor(Math.log2(size))));
}
