import { largestIndex } from '../numeric/logSumExp';
import type { RowFunction, RowFunctionName } from './kernels';
import { typescriptRowFunctions } from './typescriptFunctions';
import { addressOf, blockLength, type VectorMemory } from './vectorMemory';

/** Narrower rows are done before a module is called. */
const leastColumns = 64;

/** A function of rows by the module's powers; rows that are narrow, or longer than a block, stay with the twin. */
export function createRowFunction(
  { module, arrays: [memory] }: VectorMemory,
  name: RowFunctionName,
): RowFunction {
  const twin = typescriptRowFunctions[name];
  return function* (s, output) {
    const { rows, columns } = s;
    if (columns < leastColumns || columns > blockLength) {
      yield* twin(s, output);
      return;
    }
    const even = columns + (columns % 2);
    for (let row = 0; row < rows; row++) {
      const start = row * columns;
      const values = s.values.subarray(start, start + columns);
      const index = largestIndex(values);
      const largest = values[index];
      memory.set(values);
      memory[columns] = Number.NEGATIVE_INFINITY;
      if (name === 'softmax') {
        const sum = module.powers(addressOf(0), largest, even);
        for (let i = 0; i < columns; i++) output.values[start + i] = memory[i] / sum;
      } else {
        // The largest apart: what the rest adds to it would be lost.
        memory[index] = Number.NEGATIVE_INFINITY;
        const excess = Math.log1p(module.powers(addressOf(0), largest, even));
        for (let i = 0; i < columns; i++) output.values[start + i] = values[i] - largest - excess;
      }
      yield;
    }
  };
}
