import type { Kernels, RowFunction, VectorFunction } from '../kernels/kernels';
import { createMatrix, type Matrix } from '../matrix';
import { roundTo } from '../numeric/dtype';
import { inSlices, type Steps } from '../steps';
import type { BoundActivation } from './activations/activation';
import { logSoftmax } from './activations/logSoftmax';
import { sigmoid } from './activations/sigmoid';
import { softmax } from './activations/softmax';
import { softplus } from './activations/softplus';
import { tanh } from './activations/tanh';
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

/** The same with the slopes that the way back needs. */
export interface LayerPass extends LayerForward {
  /** φ′(s), samples × width; null where the activation mixes neurons. */
  readonly slope: Matrix | null;
}

/** o⁰ = x, sˡ⁺¹ = Wˡ oˡ + bˡ⁺¹, oˡ⁺¹ = φ(sˡ⁺¹), for every sample. */
export function* forwardSteps(
  layers: readonly Layer[],
  input: Matrix,
  kernels: Kernels,
): Steps<readonly LayerForward[]> {
  return yield* layerSteps(layers, input, kernels, false);
}

/** The forward pass, with φ′ of every neuron beside φ. */
export function* passSteps(
  layers: readonly Layer[],
  input: Matrix,
  kernels: Kernels,
): Steps<readonly LayerPass[]> {
  return yield* layerSteps(layers, input, kernels, true);
}

function* layerSteps(
  layers: readonly Layer[],
  input: Matrix,
  kernels: Kernels,
  withSlopes: boolean,
): Steps<readonly LayerPass[]> {
  const passes: LayerPass[] = [];
  let source = input;
  for (const { weights, biases, activation } of layers) {
    const preActivation = yield* kernels.affine(source, weights, biases);
    const output = createMatrix(input.rows, outputWidth(activation, preActivation.columns));
    const slope =
      withSlopes && activation.activation.elementwise ? createMatrix(output.rows, output.columns) : null;
    yield* activateSteps(activation, preActivation, output, slope, kernels);
    yield* roundTo(kernels.dtype, output.values);
    yield* roundTo(kernels.dtype, slope?.values ?? null);
    passes.push({ preActivation, output, slope });
    source = output;
  }
  return passes;
}

/** Writes φ(s), and φ′(s) where there is a matrix for it. */
function* activateSteps(
  bound: BoundActivation,
  preActivation: Matrix,
  output: Matrix,
  slope: Matrix | null,
  kernels: Kernels,
): Steps<void> {
  const { activation, parameters } = bound;
  const { rows, columns, values } = preActivation;
  if (!activation.elementwise) {
    const whole = rowFunctionOf(bound, kernels);
    if (whole !== null) {
      yield* whole(preActivation, output);
      return;
    }
    yield* inSlices(rows, columns * activationWork, (first, end) => {
      for (let row = first; row < end; row++) {
        activation.value(rowOf(preActivation, row), rowOf(output, row), parameters);
      }
    });
    return;
  }
  const vector = vectorFunctionOf(bound, kernels);
  if (vector !== null) {
    yield* vector(values, output.values, slope?.values ?? null);
    return;
  }
  const parametersAt = neuronParameters(bound);
  yield* inSlices(values.length, (slope === null ? 1 : 2) * activationWork, (first, end) => {
    for (let i = first; i < end; i++) {
      output.values[i] = activation.value(values[i], parametersAt(i % columns));
      if (slope !== null) slope.values[i] = activation.derivative(values[i], parametersAt(i % columns));
    }
  });
}

/** What the kernels have for an activation with its usual parameters. */
function vectorFunctionOf(
  { activation, parameters }: BoundActivation,
  kernels: Kernels,
): VectorFunction | null {
  switch (activation) {
    case sigmoid:
      return kernels.vectorFunction('sigmoid');
    case tanh:
      return kernels.vectorFunction('tanh');
    case softplus:
      return parameters.beta === 1 && parameters.threshold === Number.POSITIVE_INFINITY
        ? kernels.vectorFunction('softplus')
        : null;
    default:
      return null;
  }
}

/** The same of an activation that mixes neurons. */
function rowFunctionOf({ activation }: BoundActivation, kernels: Kernels): RowFunction | null {
  switch (activation) {
    case softmax:
      return kernels.rowFunction('softmax');
    case logSoftmax:
      return kernels.rowFunction('logSoftmax');
    default:
      return null;
  }
}

/** A view of one row, not a copy. */
export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}
