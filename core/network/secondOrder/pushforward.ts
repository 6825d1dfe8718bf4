import { createMatrix, type Matrix } from '../../matrix';
import { inSlices, type Steps } from '../../steps';
import { activationWork, rowOf } from '../forward';
import { learntOf, neuronParameters } from '../learnt';
import type { Layer } from '../network';
import type { LayerTrace } from '../networkStudy';
import type { Objective } from '../training/objective';
import type { Tensors } from '../training/tensors';
import { type LayerDirection, layerDirections } from './direction';

/** What the forward pass computed, as far as derivatives of it need that. */
export type Passed = Pick<LayerTrace, 'preActivation' | 'output' | 'slope'>;

/** How one layer moves along a direction. */
export interface LayerMovement {
  /** ds: samples × fan-out. */
  readonly preActivation: Matrix;
  /** do: samples × width. */
  readonly output: Matrix;
}

/**
 * The Jacobian-vector product in forward mode: how every layer moves as the parameters move along
 * `direction` and, where it is given, the input along `inputDirection`.
 * dsˡ⁺¹ = dW oˡ + W doˡ + db, doˡ⁺¹ = φ′(s) ds + ∂φ/∂a da.
 */
export function* pushforwardSteps(
  { network, input, kernels }: Pick<Objective, 'network' | 'input' | 'kernels'>,
  passes: readonly Passed[],
  direction: Tensors,
  inputDirection: Matrix | null = null,
): Steps<readonly LayerMovement[]> {
  const directions = layerDirections(network, direction);
  const movements: LayerMovement[] = [];
  let moved = inputDirection;
  for (const [index, layer] of network.layers.entries()) {
    const source = index === 0 ? input : passes[index - 1].output;
    const along = directions[index];
    const preActivation = yield* kernels.affine(source, along.weights, along.biases);
    if (moved !== null) addTo(preActivation, yield* kernels.affine(moved, layer.weights, null));
    const output = yield* throughActivationSteps(layer, passes[index], preActivation, along);
    movements.push({ preActivation, output });
    moved = output;
  }
  return movements;
}

/** Adds a matrix to another of its shape, in place. */
export function addTo(sum: Matrix, { values }: Matrix): void {
  for (let i = 0; i < values.length; i++) sum.values[i] += values[i];
}

function* throughActivationSteps(
  { activation: bound }: Layer,
  pass: Passed,
  movement: Matrix,
  { parameters: learntMovement }: LayerDirection,
): Steps<Matrix> {
  const { activation, parameters } = bound;
  const { preActivation, output, slope } = pass;
  const result = createMatrix(output.rows, output.columns);
  if (!activation.elementwise) {
    yield* inSlices(result.rows, result.columns * activationWork, (first, end) => {
      for (let row = first; row < end; row++) {
        activation.pushforward(
          rowOf(preActivation, row),
          rowOf(output, row),
          rowOf(movement, row),
          rowOf(result, row),
          parameters,
        );
      }
    });
    return result;
  }
  if (slope !== null) {
    for (let i = 0; i < result.values.length; i++) result.values[i] = slope.values[i] * movement.values[i];
  }
  const { learnt } = activation;
  if (learntMovement !== null && learnt !== undefined) {
    const parametersAt = neuronParameters(bound);
    const count = learntOf(bound)?.length ?? 1;
    preActivation.values.forEach((s, i) => {
      const neuron = i % preActivation.columns;
      result.values[i] += learnt.derivative(s, parametersAt(neuron)) * learntMovement[neuron % count];
    });
  }
  return result;
}
