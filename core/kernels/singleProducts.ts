import { createMatrix, type Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import type { Products } from './kernels';

/** a b + sum in float32, of numbers of float32. */
export type MultiplyAdd = (a: number, b: number, sum: number) => number;

/** Rounded twice: the product, and then the sum. A double holds the product whole. */
export const roundedMultiplyAdd: MultiplyAdd = (a, b, sum) => Math.fround(Math.fround(a * b) + sum);

/**
 * Terms that are added in one go, one after the other from 0 on. A longer sum is of so many stretches as equal as can
 * be, each added to what those before it came to.
 */
export const stretchOfSum = 272;

/** How long the stretches of a sum are; the last may be shorter. */
export function stretchOf(depth: number): number {
  return Math.ceil(depth / Math.max(1, Math.ceil(depth / stretchOfSum)));
}

/**
 * Products of matrices in float32, in plain TypeScript: the reference for the module, and what small products take.
 * Of numbers of float32 they make numbers of float32, in the order of `stretchOfSum`.
 */
export function createSingleProducts(multiplyAdd: MultiplyAdd = roundedMultiplyAdd): Products {
  /** Σ a b over two strides. */
  function dot(
    a: Float64Array,
    aAt: number,
    aStride: number,
    b: Float64Array,
    bAt: number,
    bStride: number,
    depth: number,
  ): number {
    const stretch = stretchOf(depth);
    let total = 0;
    for (let first = 0, i = aAt, j = bAt; first < depth; first += stretch) {
      const end = Math.min(depth, first + stretch);
      let sum = 0;
      for (let k = first; k < end; k++, i += aStride, j += bStride) sum = multiplyAdd(a[i], b[j], sum);
      total = first === 0 ? sum : Math.fround(total + sum);
    }
    return total;
  }

  /** Entry by entry, with `entry(row, column)`. */
  function* fill(
    rows: number,
    columns: number,
    depth: number,
    entry: (row: number, column: number) => number,
  ): Steps<Matrix> {
    const result = createMatrix(rows, columns);
    yield* inSlices(result.values.length, 2 * depth, (first, end) => {
      for (let cell = first; cell < end; cell++) {
        const column = cell % columns;
        result.values[cell] = entry((cell - column) / columns, column);
      }
    });
    return result;
  }

  return {
    affine(input, weights, biases) {
      const { rows: fanOut, columns: fanIn } = weights;
      return fill(input.rows, fanOut, fanIn, (sample, neuron) => {
        const sum = dot(input.values, sample * fanIn, 1, weights.values, neuron * fanIn, 1, fanIn);
        return biases === null ? sum : Math.fround(sum + biases[neuron]);
      });
    },
    weightGradient(delta, input) {
      const [fanOut, fanIn] = [delta.columns, input.columns];
      return fill(fanOut, fanIn, delta.rows, (neuron, source) =>
        dot(delta.values, neuron, fanOut, input.values, source, fanIn, delta.rows),
      );
    },
    inputGradient(delta, weights) {
      const { rows: fanOut, columns: fanIn } = weights;
      return fill(delta.rows, fanIn, fanOut, (sample, source) =>
        dot(delta.values, sample * fanOut, 1, weights.values, source, fanIn, fanOut),
      );
    },
  };
}
