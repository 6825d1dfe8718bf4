import { createMatrix, type Matrix } from '../../matrix';
import { inSlices, type Steps } from '../../steps';
import { activationWork, rowOf } from '../forward';
import { learntOf, neuronParameters } from '../learnt';
import { lossGradientOf } from '../lossPass';
import type { Layer } from '../network';
import type { LayerTrace } from '../networkStudy';
import type { Objective } from '../training/objective';
import type { Tensors } from '../training/tensors';
import { type LayerDirection, layerDirections } from './direction';
import { lossCurvature } from './lossCurvature';
import { addTo, type LayerMovement, pushforwardSteps } from './pushforward';

/** A layer after forward and backward pass, with its gradients. */
export type Differentiated = LayerTrace & {
  readonly outputGradient: Matrix;
  readonly preActivationGradient: Matrix;
};

/**
 * The Hessian of the loss times a direction, without the Hessian: the derivative of the whole backward
 * pass along it. With d for the change along the direction and δ = ∂L/∂s:
 * dδ = d(∂L/∂o) φ′ + ∂L/∂o (φ″ ds + ∂φ′/∂a da), d(∂L/∂W) = dδᵀ o + δᵀ do, d(∂L/∂b) = Σ dδ,
 * d(∂L/∂o before) = dδ W + δ dW. It costs about two backward passes.
 *
 * Source: B. A. Pearlmutter, "Fast Exact Multiplication by the Hessian", 1994.
 */
export function* hessianVectorSteps(
  objective: Objective,
  layers: readonly Differentiated[],
  direction: Tensors,
): Steps<Tensors> {
  const { network, input, target } = objective;
  const directions = layerDirections(network, direction);
  const movements = yield* pushforwardSteps(objective, layers, direction);
  const changes: Float64Array[][] = [];
  let change: Matrix | null = null;
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = network.layers[index];
    const trace = layers[index];
    const along = directions[index];
    const ofOutput: Matrix = change ?? lossChange(objective, trace, movements[index], 'output');
    const ofDelta: Matrix =
      index === layers.length - 1 && lossGradientOf(network, trace, target).preActivation !== null
        ? lossChange(objective, trace, movements[index], 'pre-activation')
        : yield* deltaChangeSteps(layer, trace, ofOutput, movements[index], along);
    const source = index === 0 ? input : layers[index - 1].output;
    const sourceMovement = index === 0 ? null : movements[index - 1].output;
    changes[index] = yield* parameterChangeSteps(objective, layer, trace, ofDelta, source, sourceMovement);
    const learnt = learntChange(layer, trace, ofOutput, movements[index]);
    if (learnt !== null) changes[index].push(learnt);
    change = yield* sourceChangeSteps(objective, layer, along, trace.preActivationGradient, ofDelta);
  }
  return changes.flat();
}

function lossChange(
  { network, target }: Objective,
  trace: Differentiated,
  movement: LayerMovement,
  of: 'output' | 'pre-activation',
): Matrix {
  const along = of === 'output' ? movement.output : movement.preActivation;
  return lossCurvature(network, trace, target, of, along);
}

function* deltaChangeSteps(
  { activation: bound }: Layer,
  { preActivation, output, slope, outputGradient }: Differentiated,
  ofOutput: Matrix,
  movement: LayerMovement,
  { parameters: learntMovement }: LayerDirection,
): Steps<Matrix> {
  const { activation, parameters } = bound;
  const result = createMatrix(preActivation.rows, preActivation.columns);
  const { columns } = preActivation;
  if (!activation.elementwise) {
    yield* inSlices(result.rows, columns * activationWork, (first, end) => {
      const bent = new Float64Array(columns);
      for (let row = first; row < end; row++) {
        const [s, o, moved] = [preActivation, output, movement.preActivation].map((matrix) =>
          rowOf(matrix, row),
        );
        activation.pullback(s, o, rowOf(ofOutput, row), rowOf(result, row), parameters);
        activation.curvature(s, o, rowOf(outputGradient, row), moved, bent, parameters);
        for (let j = 0; j < columns; j++) result.values[row * columns + j] += bent[j];
      }
    });
    return result;
  }
  const parametersAt = neuronParameters(bound);
  const count = learntOf(bound)?.length ?? 1;
  yield* inSlices(result.values.length, activationWork, (first, end) => {
    for (let i = first; i < end; i++) {
      const neuron = i % columns;
      const own = parametersAt(neuron);
      const s = preActivation.values[i];
      const moved = movement.preActivation.values[i];
      let bend = moved === 0 ? 0 : activation.secondDerivative(s, own) * moved;
      if (learntMovement !== null && activation.learnt !== undefined) {
        bend += activation.learnt.slopeDerivative(s, own) * learntMovement[neuron % count];
      }
      const steep = slope === null ? 0 : slope.values[i];
      result.values[i] = ofOutput.values[i] * steep + outputGradient.values[i] * bend;
    }
  });
  return result;
}

function* parameterChangeSteps(
  { kernels }: Objective,
  layer: Layer,
  { preActivationGradient: delta }: Differentiated,
  ofDelta: Matrix,
  source: Matrix,
  sourceMovement: Matrix | null,
): Steps<Float64Array[]> {
  const weights = yield* kernels.weightGradient(ofDelta, source);
  if (sourceMovement !== null) addTo(weights, yield* kernels.weightGradient(delta, sourceMovement));
  return layer.biases === null ? [weights.values] : [weights.values, yield* kernels.columnSums(ofDelta)];
}

/** φ is linear in what it learns, so that only s and ∂L/∂o move ∂L/∂a. */
function learntChange(
  { activation: bound }: Layer,
  { preActivation, outputGradient }: Differentiated,
  ofOutput: Matrix,
  movement: LayerMovement,
): Float64Array | null {
  const { activation } = bound;
  const values = learntOf(bound);
  if (values === null || !activation.elementwise || activation.learnt === undefined) return null;
  const { learnt } = activation;
  const parametersAt = neuronParameters(bound);
  const change = new Float64Array(values.length);
  preActivation.values.forEach((s, i) => {
    const neuron = i % preActivation.columns;
    const own = parametersAt(neuron);
    change[neuron % values.length] +=
      ofOutput.values[i] * learnt.derivative(s, own) +
      outputGradient.values[i] * learnt.slopeDerivative(s, own) * movement.preActivation.values[i];
  });
  return change;
}

function* sourceChangeSteps(
  { kernels }: Objective,
  layer: Layer,
  along: LayerDirection,
  delta: Matrix,
  ofDelta: Matrix,
): Steps<Matrix> {
  const result = yield* kernels.inputGradient(ofDelta, layer.weights);
  addTo(result, yield* kernels.inputGradient(delta, along.weights));
  return result;
}
