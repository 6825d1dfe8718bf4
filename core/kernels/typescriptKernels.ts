import { createMatrix, type Matrix } from '../matrix';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import type { Kernels } from './kernels';
import { withSingleProducts } from './singleKernels';
import { createSingleProducts } from './singleProducts';
import { typescriptRowFunctions, typescriptVectorFunctions } from './typescriptFunctions';
import {
  crossEntropyInTypescript,
  relativeEntropyInTypescript,
  sumInTypescript,
} from './typescriptReductions';

/** The kernels in plain TypeScript: the reference for every faster twin, and the fallback. */
export const typescriptKernels: Kernels = {
  dtype: 'float64',
  affine,
  weightGradient,
  inputGradient,
  columnSums,
  vectorFunction: (name) => typescriptVectorFunctions[name],
  rowFunction: (name) => typescriptRowFunctions[name],
  sum: sumInTypescript,
  relativeEntropy: relativeEntropyInTypescript,
  crossEntropy: crossEntropyInTypescript,
  gradient: () => null,
  single: () => withSingleProducts(typescriptKernels, createSingleProducts()),
};

function* affine(input: Matrix, weights: Matrix, biases: Float64Array | null): Steps<Matrix> {
  const { rows: fanOut, columns: fanIn } = weights;
  const result = createMatrix(input.rows, fanOut);
  yield* inSlices(result.values.length, fanIn, (first, end) => {
    for (let cell = first; cell < end; cell++) {
      const neuron = cell % fanOut;
      const x = ((cell - neuron) / fanOut) * fanIn;
      result.values[cell] =
        dot(input.values, x, weights.values, neuron * fanIn, fanIn) + (biases === null ? 0 : biases[neuron]);
    }
  });
  return result;
}

/** Four independent sums: shorter chains of rounding, and of waiting. */
function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number {
  const whole = length - (length % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let i = 0; i < whole; i += 4) {
    sum0 += a[aStart + i] * b[bStart + i];
    sum1 += a[aStart + i + 1] * b[bStart + i + 1];
    sum2 += a[aStart + i + 2] * b[bStart + i + 2];
    sum3 += a[aStart + i + 3] * b[bStart + i + 3];
  }
  let rest = 0;
  for (let i = whole; i < length; i++) rest += a[aStart + i] * b[bStart + i];
  return sum0 + sum1 + (sum2 + sum3) + rest;
}

function* weightGradient(delta: Matrix, input: Matrix): Steps<Matrix> {
  const fanIn = input.columns;
  const fanOut = delta.columns;
  const result = createMatrix(fanOut, fanIn);
  yield* inSlices(fanOut, delta.rows * fanIn, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let sample = 0; sample < delta.rows; sample++) {
        const scale = delta.values[sample * fanOut + row];
        addScaled(scale, input.values, sample * fanIn, result.values, row * fanIn, fanIn);
      }
    }
  });
  return result;
}

function* inputGradient(delta: Matrix, weights: Matrix): Steps<Matrix> {
  const { rows: fanOut, columns: fanIn } = weights;
  const result = createMatrix(delta.rows, fanIn);
  yield* inSlices(delta.values.length, fanIn, (first, end) => {
    for (let pair = first; pair < end; pair++) {
      const row = pair % fanOut;
      const sample = (pair - row) / fanOut;
      addScaled(delta.values[pair], weights.values, row * fanIn, result.values, sample * fanIn, fanIn);
    }
  });
  return result;
}

/** y ← y + scale · x over `length` entries. */
function addScaled(
  scale: number,
  x: Float64Array,
  xStart: number,
  y: Float64Array,
  yStart: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) y[yStart + i] += scale * x[xStart + i];
}

function* columnSums(matrix: Matrix): Steps<Float64Array> {
  const result = new Float64Array(matrix.columns);
  yield* inSlices(matrix.columns, matrix.rows, (first, end) => {
    for (let column = first; column < end; column++) {
      const sum = new CompensatedSum();
      for (let i = column; i < matrix.values.length; i += matrix.columns) sum.add(matrix.values[i]);
      result[column] = sum.value;
    }
  });
  return result;
}
