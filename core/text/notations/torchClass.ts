import type { NumberArray } from '../reading';
import { reshape } from '../shapes';

const line =
  /\[ ?(?:[\w.]*Tensor of size ([\dx]+)(?: \(GPU \d+\))?|(?:Variable\[)?\w*Type\]?\{([\d,]+)\} ?)\](?=[ \t]*(?:[\r\n]|$))/y;

/**
 * The line that PyTorch before 0.4, and its C++ library, print below a tensor: `[torch.FloatTensor of
 * size 2x3]`, `[ CPUFloatType{2,3} ]`. Null where `at` begins no such line.
 */
export function torchClassAt(
  text: string,
  at: number,
): { readonly end: number; readonly sizes: readonly number[] } | null {
  line.lastIndex = at;
  const match = line.exec(text);
  if (match === null) return null;
  return { end: line.lastIndex, sizes: (match[1] ?? match[2] ?? '').split(/[x,]/).map(Number) };
}

/** The array in the shape that was printed below it: a vector was printed as a column. */
export function withPrintedShape(array: NumberArray, sizes: readonly number[]): NumberArray {
  const count = sizes.reduce((product, size) => product * size, 1);
  return count === array.values.length ? reshape(array, sizes) : array;
}
