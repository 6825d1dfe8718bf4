/**
 * What people call outcome `index`: from 0, as exercises write P(0), P(1) and as arrays count.
 * Rows, layers and neurons count from 1 in words; outcomes are values of a random variable.
 */
export function outcomeName(index: number): string {
  return String(index);
}
