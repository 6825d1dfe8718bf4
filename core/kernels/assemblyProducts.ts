import { createMatrix, type Matrix } from '../matrix';
import { type Dtype, roundTo } from '../numeric/dtype';
import { inSlices, type Steps } from '../steps';
import { asStored, blockProductSteps, createBlockMemory, transposed } from './blockProduct';
import type { ProductModule } from './kernelModule';
import type { Products } from './kernels';

/** Below this many multiply-adds packing costs more than it saves. */
const leastWork = 50_000;
/** With fewer samples each weight is used so seldom that reading it is the cost, packed or not. */
const leastSamples = 4;

/** The products over a compiled module of their type; small ones stay with the twin in TypeScript. */
export function createAssemblyProducts(module: ProductModule, twin: Products, dtype: Dtype): Products {
  const memory = createBlockMemory(module, dtype);
  const isWorthIt = (samples: number, weights: number) =>
    samples >= leastSamples && samples * weights >= leastWork;

  return {
    *affine(input, weights, biases) {
      if (!isWorthIt(input.rows, weights.values.length)) {
        return yield* twin.affine(input, weights, biases);
      }
      const result = createMatrix(input.rows, weights.rows);
      yield* blockProductSteps(memory, asStored(input), transposed(weights), input.columns, result);
      if (biases !== null) yield* addToRowsSteps(result, biases, dtype);
      return result;
    },
    *weightGradient(delta, input) {
      if (!isWorthIt(delta.rows, delta.columns * input.columns)) {
        return yield* twin.weightGradient(delta, input);
      }
      const result = createMatrix(delta.columns, input.columns);
      yield* blockProductSteps(memory, transposed(delta), asStored(input), delta.rows, result);
      return result;
    },
    *inputGradient(delta, weights) {
      if (!isWorthIt(delta.rows, weights.values.length)) {
        return yield* twin.inputGradient(delta, weights);
      }
      const result = createMatrix(delta.rows, weights.columns);
      yield* blockProductSteps(memory, asStored(delta), asStored(weights), weights.rows, result);
      return result;
    },
  };
}

function* addToRowsSteps({ rows, columns, values }: Matrix, row: Float64Array, dtype: Dtype): Steps<void> {
  yield* inSlices(rows, columns, (first, end) => {
    for (let at = first * columns; at < end * columns; at++) values[at] += row[at % columns];
  });
  yield* roundTo(dtype, values);
}
