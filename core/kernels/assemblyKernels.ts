import { createMatrix, type Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import { asStored, blockProductSteps, createBlockMemory, transposed } from './blockProduct';
import type { KernelModule } from './kernelModule';
import type { Kernels } from './kernels';
import { createRowFunction } from './rowFunction';
import { typescriptKernels } from './typescriptKernels';
import { createVectorFunction } from './vectorFunction';
import { createVectorMemory } from './vectorMemory';
import { createVectorReductions } from './vectorReductions';

/** Below this many multiply-adds packing costs more than it saves. */
const leastWork = 50_000;
/** With fewer samples each weight is used so seldom that reading it is the cost, packed or not. */
const leastSamples = 4;

/** The kernels over a compiled module; small products stay with the twin in TypeScript. */
export function createAssemblyKernels(module: KernelModule): Kernels {
  const memory = createBlockMemory(module);
  const vectors = createVectorMemory(module);
  const vectorFunctions = {
    exp: createVectorFunction(vectors, 'exp'),
    log: createVectorFunction(vectors, 'log'),
    erf: createVectorFunction(vectors, 'erf'),
    sigmoid: createVectorFunction(vectors, 'sigmoid'),
    tanh: createVectorFunction(vectors, 'tanh'),
    softplus: createVectorFunction(vectors, 'softplus'),
  };
  const rowFunctions = {
    softmax: createRowFunction(vectors, 'softmax'),
    logSoftmax: createRowFunction(vectors, 'logSoftmax'),
  };
  const isWorthIt = (samples: number, weights: number) =>
    samples >= leastSamples && samples * weights >= leastWork;

  return {
    dtype: 'float64',
    *affine(input, weights, biases) {
      if (!isWorthIt(input.rows, weights.values.length)) {
        return yield* typescriptKernels.affine(input, weights, biases);
      }
      const result = createMatrix(input.rows, weights.rows);
      yield* blockProductSteps(memory, asStored(input), transposed(weights), input.columns, result);
      if (biases !== null) yield* addToRowsSteps(result, biases);
      return result;
    },
    *weightGradient(delta, input) {
      if (!isWorthIt(delta.rows, delta.columns * input.columns)) {
        return yield* typescriptKernels.weightGradient(delta, input);
      }
      const result = createMatrix(delta.columns, input.columns);
      yield* blockProductSteps(memory, transposed(delta), asStored(input), delta.rows, result);
      return result;
    },
    *inputGradient(delta, weights) {
      if (!isWorthIt(delta.rows, weights.values.length)) {
        return yield* typescriptKernels.inputGradient(delta, weights);
      }
      const result = createMatrix(delta.rows, weights.columns);
      yield* blockProductSteps(memory, asStored(delta), asStored(weights), weights.rows, result);
      return result;
    },
    columnSums: typescriptKernels.columnSums,
    vectorFunction: (name) => vectorFunctions[name],
    rowFunction: (name) => rowFunctions[name],
    ...createVectorReductions(vectors),
    gradient: typescriptKernels.gradient,
    single: typescriptKernels.single,
  };
}

function* addToRowsSteps({ rows, columns, values }: Matrix, row: Float64Array): Steps<void> {
  yield* inSlices(rows, columns, (first, end) => {
    for (let at = first * columns; at < end * columns; at++) values[at] += row[at % columns];
  });
}
