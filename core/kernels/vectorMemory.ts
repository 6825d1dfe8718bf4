import type { KernelModule } from './kernelModule';

/** Entries that are worked on at once: three arrays of them stay in the second cache. About 0.1 ms. */
export const blockLength = 8192;

const bytes = Float64Array.BYTES_PER_ELEMENT;

/** Where array `index` of a block begins in a module's memory, in bytes. */
export function addressOf(index: number): number {
  return index * blockLength * bytes;
}

/** Three arrays of a block in the module's memory. What is in them lasts until the next pause. */
export interface VectorMemory {
  readonly module: KernelModule;
  readonly arrays: readonly [Float64Array, Float64Array, Float64Array];
}

export function createVectorMemory(module: KernelModule): VectorMemory {
  const array = (index: number) => new Float64Array(module.memory.buffer, addressOf(index), blockLength);
  return { module, arrays: [array(0), array(1), array(2)] };
}
