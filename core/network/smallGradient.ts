import type { Matrix } from '../matrix';
import type { ElementwiseActivation, Parameters } from './activations/activation';
import type { EntryLoss, Target } from './losses/loss';
import { reductionDivisor } from './losses/reduction';
import { isOfLogits } from './lossPass';
import type { Network } from './network';

/** Of larger networks the general path is as fast, and it pauses. Multiply-adds of one forward pass. */
const mostWork = 20_000;

/**
 * The loss at `parameters`, with its gradient written into `gradient`: arrays of weights (destination × source)
 * and biases, layer by layer, biases left out where a layer has none. Sums go in the order of the entries.
 */
export type SmallGradient = (
  parameters: readonly Float64Array[],
  gradient: readonly Float64Array[],
) => number;

/**
 * Loss and gradient of a small network at ever other parameters, in one pass over arrays that are made once:
 * training and line searches ask thousands of times. Null for what only the general path knows: large networks,
 * activations that mix or learn, losses that are no sum over outputs.
 */
export function createSmallGradient(network: Network, input: Matrix, target: Target): SmallGradient | null {
  const { loss, reduction, parameters: lossParameters, lists } = network.loss;
  const { entry } = loss;
  if (entry === undefined || Object.keys(lists).length > 0 || target.form !== 'rows') return null;
  if (isOfLogits(network)) return null;
  const work = network.layers.reduce((sum, { weights }) => sum + weights.values.length, 0) * input.rows;
  if (work > mostWork) return null;
  const layers: SmallLayer[] = [];
  let arrays = 0;
  for (const { weights, biases, activation } of network.layers) {
    const { activation: phi, parameters, perNeuron } = activation;
    if (!phi.elementwise || phi.learnt !== undefined || perNeuron !== undefined) return null;
    layers.push({
      fanIn: weights.columns,
      fanOut: weights.rows,
      weightsAt: arrays,
      biasesAt: biases === null ? -1 : arrays + 1,
      phi,
      parameters,
      output: new Float64Array(weights.rows),
      slope: new Float64Array(weights.rows),
      delta: new Float64Array(weights.rows),
    });
    arrays += biases === null ? 1 : 2;
  }
  const samples = input.rows;
  const outputs = target.rows.columns;
  const divisor = reductionDivisor(
    reduction,
    loss.isMeanOverSamples === true ? samples : samples * outputs,
    samples,
  );
  const inputs = Array.from({ length: samples }, (_, sample) =>
    input.values.subarray(sample * input.columns, (sample + 1) * input.columns),
  );
  return (parameters, gradient) => {
    for (const array of gradient) array.fill(0);
    let total = 0;
    for (let sample = 0; sample < samples; sample++) {
      forward(layers, parameters, inputs[sample]);
      total += compare(layers, entry, target.rows.values, sample * outputs, lossParameters, divisor);
      backward(layers, parameters, gradient, inputs[sample]);
    }
    return total / divisor;
  };
}

interface SmallLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Which of the arrays of parameters hold W and b; −1 without biases. */
  readonly weightsAt: number;
  readonly biasesAt: number;
  readonly phi: ElementwiseActivation;
  readonly parameters: Parameters;
  /** Of the sample at hand: o, φ′(s) and ∂L/∂s. */
  readonly output: Float64Array;
  readonly slope: Float64Array;
  readonly delta: Float64Array;
}

function forward(
  layers: readonly SmallLayer[],
  parameters: readonly Float64Array[],
  input: Float64Array,
): void {
  let source = input;
  for (const layer of layers) {
    const { fanIn, fanOut, phi } = layer;
    const weights = parameters[layer.weightsAt];
    const biases = layer.biasesAt < 0 ? null : parameters[layer.biasesAt];
    for (let neuron = 0, at = 0; neuron < fanOut; neuron++) {
      let sum = biases === null ? 0 : biases[neuron];
      for (let i = 0; i < fanIn; i++) sum += weights[at++] * source[i];
      layer.output[neuron] = phi.value(sum, layer.parameters);
      layer.slope[neuron] = phi.derivative(sum, layer.parameters);
    }
    source = layer.output;
  }
}

/** What the sample adds to the loss, before it is divided; ∂L/∂s of the last layer. */
function compare(
  layers: readonly SmallLayer[],
  entry: EntryLoss,
  target: Float64Array,
  first: number,
  parameters: Parameters,
  divisor: number,
): number {
  const { output, slope, delta } = layers[layers.length - 1];
  let total = 0;
  for (let i = 0; i < output.length; i++) {
    total += entry.term(output[i], target[first + i], parameters);
    delta[i] = (entry.slope(output[i], target[first + i], parameters) / divisor) * slope[i];
  }
  return total;
}

/** Adds δ xᵀ and δ to the gradient, layer by layer backwards: δ before = (Wᵀ δ) ⊙ φ′(s). */
function backward(
  layers: readonly SmallLayer[],
  parameters: readonly Float64Array[],
  gradient: readonly Float64Array[],
  input: Float64Array,
): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const { fanIn, fanOut, delta, weightsAt, biasesAt } = layers[index];
    const before = index === 0 ? null : layers[index - 1];
    const source = before === null ? input : before.output;
    const ofWeights = gradient[weightsAt];
    const weights = parameters[weightsAt];
    before?.delta.fill(0);
    for (let neuron = 0, at = 0; neuron < fanOut; neuron++) {
      const scale = delta[neuron];
      if (biasesAt >= 0) gradient[biasesAt][neuron] += scale;
      for (let i = 0; i < fanIn; i++, at++) {
        ofWeights[at] += scale * source[i];
        if (before !== null) before.delta[i] += scale * weights[at];
      }
    }
    if (before === null) continue;
    for (let i = 0; i < fanIn; i++) before.delta[i] *= before.slope[i];
  }
}
