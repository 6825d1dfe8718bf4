import type { VectorFunction, VectorFunctionName } from './kernels';
import { typescriptVectorFunctions } from './typescriptFunctions';
import { addressOf, blockLength, type VectorMemory } from './vectorMemory';

/** Fewer values are done before a module is called. */
const leastVector = 256;

/** A function of the module over arrays of the study, in blocks that are copied into its memory and back. */
export function createVectorFunction(
  { module, arrays: [from, values, slopes] }: VectorMemory,
  name: VectorFunctionName,
): VectorFunction {
  const twin = typescriptVectorFunctions[name];
  return function* (s, value, slope) {
    if (s.length < leastVector) {
      yield* twin(s, value, slope);
      return;
    }
    for (let first = 0; first < s.length; first += blockLength) {
      const end = Math.min(s.length, first + blockLength);
      const count = end - first;
      from.set(s.subarray(first, end));
      // Two doubles at a time: the last of an odd number has a neighbour that nobody looks at.
      module[name](addressOf(0), addressOf(1), slope === null ? 0 : addressOf(2), count + (count % 2));
      value.set(values.subarray(0, count), first);
      slope?.set(slopes.subarray(0, count), first);
      yield;
    }
  };
}
