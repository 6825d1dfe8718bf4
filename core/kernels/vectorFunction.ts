import type { KernelModule } from './kernelModule';
import type { VectorFunction, VectorFunctionName } from './kernels';

/** Entries that are worked on at once: three arrays of them stay in the second cache. About 0.1 ms. */
const blockLength = 8192;

const bytes = Float64Array.BYTES_PER_ELEMENT;
const addressOfValue = blockLength * bytes;
const addressOfSlope = 2 * addressOfValue;

/** A function of the module over arrays of the study, in blocks that are copied into its memory and back. */
export function createVectorFunction(module: KernelModule, name: VectorFunctionName): VectorFunction {
  const memory = new Float64Array(module.memory.buffer, 0, 3 * blockLength);
  return function* (s, value, slope) {
    for (let first = 0; first < s.length; first += blockLength) {
      const end = Math.min(s.length, first + blockLength);
      const count = end - first;
      memory.set(s.subarray(first, end));
      // Two doubles at a time: the last of an odd number has a neighbour that nobody looks at.
      module[name](0, addressOfValue, addressOfSlope, count + (count % 2));
      value.set(memory.subarray(blockLength, blockLength + count), first);
      slope?.set(memory.subarray(2 * blockLength, 2 * blockLength + count), first);
      yield;
    }
  };
}
