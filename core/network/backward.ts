import type { Kernels } from '../kernels/kernels';
import { createMatrix, type Matrix } from '../matrix';
import { roundTo } from '../numeric/dtype';
import { inSlices, type Steps } from '../steps';
import { activationWork, type LayerPass, rowOf } from './forward';
import type { LayerGradient } from './layerGradient';
import { learntGradient } from './learnt';
import type { Target } from './losses/loss';
import { type LossGradient, lossGradientOf } from './lossPass';
import type { Layer, Network } from './network';

/** Of every layer; the input's own gradient is not among them. */
export interface LayersBackward {
  /** ∂L/∂o of every layer, samples × width. */
  readonly outputGradients: readonly Matrix[];
  /** δ = ∂L/∂s of every layer, samples × fan-out. */
  readonly preActivationGradients: readonly Matrix[];
  readonly gradients: readonly LayerGradient[];
}

export interface BackwardPass extends LayersBackward {
  /** ∂L/∂x, samples × features. */
  readonly inputGradient: Matrix;
}

/**
 * The chain rule in matrix form, from the loss to the input: δ = ∂L/∂o ⊙ φ′(s),
 * ∂L/∂W = δᵀ o_before, ∂L/∂b = Σ_samples δ, ∂L/∂o_before = δ W.
 */
export function* backwardSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  target: Target,
  kernels: Kernels,
): Steps<BackwardPass> {
  const ofLoss = lossGradientOf(network, passes[passes.length - 1], target);
  return yield* pullbackSteps(network, input, passes, ofLoss, kernels);
}

/** What training needs: a third less work than with ∂L/∂x, where the first layer is the largest. */
export function* parameterGradientSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  target: Target,
  kernels: Kernels,
): Steps<readonly LayerGradient[]> {
  const ofLoss = lossGradientOf(network, passes[passes.length - 1], target);
  return (yield* layersBackwardSteps(network, input, passes, ofLoss, kernels)).gradients;
}

/** The same from any covector at the output: `ofLoss` stands in place of the loss's gradient. */
export function* pullbackSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  ofLoss: LossGradient,
  kernels: Kernels,
): Steps<BackwardPass> {
  const layers = yield* layersBackwardSteps(network, input, passes, ofLoss, kernels);
  const inputGradient = yield* kernels.inputGradient(
    layers.preActivationGradients[0],
    network.layers[0].weights,
  );
  return { ...layers, inputGradient };
}

function* layersBackwardSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  ofLoss: LossGradient,
  kernels: Kernels,
): Steps<LayersBackward> {
  const outputGradients: Matrix[] = [];
  const preActivationGradients: Matrix[] = [];
  const gradients: LayerGradient[] = [];
  let outputGradient = ofLoss.output;
  yield* roundTo(kernels.dtype, outputGradient.values);
  for (let index = passes.length - 1; index >= 0; index--) {
    const layer = network.layers[index];
    const isLast = index === passes.length - 1;
    const known = isLast ? ofLoss.preActivation : null;
    const delta = known ?? (yield* deltaSteps(layer, passes[index], outputGradient));
    yield* roundTo(kernels.dtype, delta.values);
    outputGradients[index] = outputGradient;
    preActivationGradients[index] = delta;
    const source = index === 0 ? input : passes[index - 1].output;
    const parameters = learntGradient(layer.activation, passes[index].preActivation, outputGradient);
    yield* roundTo(kernels.dtype, parameters);
    const gradient = yield* parameterSteps(layer, delta, source, kernels);
    gradients[index] = parameters === null ? gradient : { ...gradient, parameters };
    if (index > 0) outputGradient = yield* kernels.inputGradient(delta, layer.weights);
  }
  return { outputGradients, preActivationGradients, gradients };
}

/** δ = ∂L/∂s from ∂L/∂o. */
export function* deltaSteps(layer: Layer, pass: LayerPass, outputGradient: Matrix): Steps<Matrix> {
  const { activation, parameters } = layer.activation;
  const { preActivation, output, slope } = pass;
  const delta = createMatrix(preActivation.rows, preActivation.columns);
  if (slope !== null) {
    yield* inSlices(delta.values.length, 1, (first, end) => {
      for (let i = first; i < end; i++) delta.values[i] = outputGradient.values[i] * slope.values[i];
    });
  } else if (!activation.elementwise) {
    yield* inSlices(delta.rows, delta.columns * activationWork, (first, end) => {
      for (let row = first; row < end; row++) {
        activation.pullback(
          rowOf(preActivation, row),
          rowOf(output, row),
          rowOf(outputGradient, row),
          rowOf(delta, row),
          parameters,
        );
      }
    });
  }
  return delta;
}

function* parameterSteps(
  layer: Layer,
  delta: Matrix,
  source: Matrix,
  kernels: Kernels,
): Steps<LayerGradient> {
  const weights = yield* kernels.weightGradient(delta, source);
  const biases = layer.biases === null ? null : yield* kernels.columnSums(delta);
  yield* roundTo(kernels.dtype, biases);
  return { weights, biases };
}
