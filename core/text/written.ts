import type { NumberArray } from './reading';

/** Number `index` as the text writes it, with its common factor where there is one: what its exact value is read from. */
export function writtenNumber(text: string, array: NumberArray, index: number): string {
  const slice = text.slice(array.starts[index], array.ends[index]);
  if (slice === '') return String(array.values[index]);
  return array.exponent === undefined ? slice : `${slice}e${array.exponent}`;
}
