import type { Kernels } from '../kernels/kernels';
import { createMatrix, type Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import type { BoundActivation } from './activations/activation';
import { outputWidth } from './createNetwork';
import { neuronParameters } from './learnt';
import type { Layer } from './network';

/** What one layer computed on the way forward. */
export interface LayerForward {
  /** s = W o + b, samples × fan-out. */
  readonly preActivation: Matrix;
  /** o = φ(s), samples × width. */
  readonly output: Matrix;
}

/** An activation costs about as much as this many multiply-adds. */
export const activationWork = 30;

/** o⁰ = x, sˡ⁺¹ = Wˡ oˡ + bˡ⁺¹, oˡ⁺¹ = φ(sˡ⁺¹), for every sample. */
export function* forwardSteps(
  layers: readonly Layer[],
  input: Matrix,
  kernels: Kernels,
): Steps<readonly LayerForward[]> {
  const passes: LayerForward[] = [];
  let source = input;
  for (const { weights, biases, activation } of layers) {
    const preActivation = yield* kernels.affine(source, weights, biases);
    const output = yield* activateSteps(activation, preActivation);
    passes.push({ preActivation, output });
    source = output;
  }
  return passes;
}

function* activateSteps(bound: BoundActivation, preActivation: Matrix): Steps<Matrix> {
  const { activation, parameters } = bound;
  const { rows, columns, values } = preActivation;
  const parametersAt = neuronParameters(bound);
  const output = createMatrix(rows, outputWidth(bound, columns));
  if (activation.elementwise) {
    yield* inSlices(values.length, activationWork, (first, end) => {
      for (let i = first; i < end; i++) {
        output.values[i] = activation.value(values[i], parametersAt(i % columns));
      }
    });
  } else {
    yield* inSlices(rows, columns * activationWork, (first, end) => {
      for (let row = first; row < end; row++) {
        activation.value(rowOf(preActivation, row), rowOf(output, row), parameters);
      }
    });
  }
  return output;
}

/** A view of one row, not a copy. */
export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** φ′(s) of every neuron, or null where the activation mixes neurons. */
export function* slopeSteps(bound: BoundActivation, preActivation: Matrix): Steps<Matrix | null> {
  const { activation } = bound;
  const parametersAt = neuronParameters(bound);
  if (!activation.elementwise) return null;
  const { rows, columns, values } = preActivation;
  const slope = createMatrix(rows, columns);
  yield* inSlices(values.length, activationWork, (first, end) => {
    for (let i = first; i < end; i++) {
      slope.values[i] = activation.derivative(values[i], parametersAt(i % columns));
    }
  });
  return slope;
}
