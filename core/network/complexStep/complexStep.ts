import type { Matrix } from '../../matrix';
import type { Complex } from '../../numeric/complex';
import { inSlices, type Steps } from '../../steps';
import { identity } from '../activations/identity';
import { type LayerForward, rowOf } from '../forward';
import { binaryCrossEntropyWithLogits } from '../losses/binaryCrossEntropyWithLogits';
import type { Target } from '../losses/loss';
import { reductionDivisor } from '../losses/reduction';
import { countedSamples } from '../losses/target';
import { isOfLogits } from '../lossPass';
import type { ParameterPlace } from '../lossProbe';
import type { Network } from '../network';
import { type AnalyticActivation, analyticActivation } from './analyticActivations';
import { type AnalyticLoss, analyticLoss } from './analyticLosses';

/** Imaginary steps, from one that keeps the digits of small derivatives to one that large ones leave small. */
const steps = [2 ** -100, 2 ** -400, 2 ** -800];

/** Imaginary parts up to this size leave the real parts as they are, to the last digit. */
const largestImaginary = 2 ** -30;

/** Of a sum of paths, in units of their sizes: each product and sum on the way is rounded. */
const rounding = 2 ** -48;

export interface ComplexDerivative {
  readonly value: number;
  /** What rounding may have added. */
  readonly error: number;
}

/** The derivative of the loss by one parameter; null where it leaves the range of doubles. */
export type ComplexProbe = (place: ParameterPlace) => Steps<ComplexDerivative | null>;

/**
 * Derivatives from one complex evaluation each, ∂L/∂θ = Im L(θ + ih)/h + O(h²): nothing is subtracted, so
 * that h may be so small that the O(h²) is below every digit. Null where the network is not analytic.
 *
 * Source: W. Squire and G. Trapp, "Using Complex Variables to Estimate Derivatives of Real Functions", 1998.
 */
export function createComplexProbe(
  network: Network,
  input: Matrix,
  passes: readonly LayerForward[],
  target: Target,
): ComplexProbe | null {
  const plain = isOfLogits(network) ? withLogits(network) : network;
  const activations = plain.layers.map(({ activation }) => analyticActivation(activation));
  const loss = analyticLoss(plain.loss, target);
  if (loss === null || !activations.every((activation) => activation !== null)) return null;
  // Without the sigmoid the logits are the outputs.
  const last = passes[passes.length - 1];
  const outputs = { ...last, output: plain === network ? last.output : last.preActivation };
  const evaluation: Evaluation = {
    network: plain,
    input,
    passes: [...passes.slice(0, -1), outputs],
    activations,
    loss,
    divisor: divisorOf(plain, passes, target),
  };
  return function* (place) {
    for (const step of steps) {
      const found = yield* derivativeSteps(evaluation, place, step);
      if (found !== 'too large a step') return found;
    }
    return null;
  };
}

interface Evaluation {
  readonly network: Network;
  readonly input: Matrix;
  readonly passes: readonly LayerForward[];
  readonly activations: readonly AnalyticActivation[];
  readonly loss: AnalyticLoss;
  readonly divisor: number;
}

/** Binary cross-entropy of a sigmoid, as of its logits. */
function withLogits(network: Network): Network {
  const last = network.layers[network.layers.length - 1];
  const layers = [
    ...network.layers.slice(0, -1),
    { ...last, activation: { activation: identity, parameters: {} } },
  ];
  const parameters = { ...network.loss.parameters, pos_weight: 1 };
  return { ...network, layers, loss: { ...network.loss, loss: binaryCrossEntropyWithLogits, parameters } };
}

function divisorOf({ loss: bound }: Network, passes: readonly LayerForward[], target: Target): number {
  const { loss, reduction, parameters, lists } = bound;
  const { rows, columns } = passes[passes.length - 1].output;
  const isOfSamples = !loss.elementwise || loss.isMeanOverSamples === true;
  const counted = isOfSamples ? countedSamples(target, parameters, lists) : rows * columns;
  const ofOutputs = loss.isMeanOfOutputs === true && reduction !== 'mean' ? columns : 1;
  return reductionDivisor(reduction, counted, rows) * ofOutputs;
}

/** What a layer costs a sample besides its weights, in multiply-adds: vectors of its own, and their activations. */
const workOfLayer = 500;

/** Imaginary parts on their way through the layers, and the sizes of the paths to there, in steps. */
interface Moved {
  readonly im: Float64Array;
  readonly size: Float64Array;
}

function* derivativeSteps(
  evaluation: Evaluation,
  place: ParameterPlace,
  step: number,
): Steps<ComplexDerivative | null | 'too large a step'> {
  const { network, input, passes, loss, divisor } = evaluation;
  const last = passes.length - 1;
  const work = network.layers.slice(place.layer).reduce((sum, { weights }) => sum + weights.values.length, 0);
  let value = 0;
  let size = 0;
  let isTooLarge = false;
  yield* inSlices(input.rows, 2 * work + workOfLayer * network.layers.length, (first, end) => {
    for (let sample = first; sample < end; sample++) {
      let moved = firstMove(evaluation, place, sample, step);
      for (let layer = place.layer; ; layer++) {
        if (moved.im.some((im) => Math.abs(im) > largestImaginary)) isTooLarge = true;
        moved = throughActivation(evaluation, layer, sample, moved);
        if (layer === last) break;
        moved = alongWeights(network.layers[layer + 1].weights, moved);
      }
      const ofSample = lossChange(loss, sample, rowOf(passes[last].output, sample), moved, step);
      value += ofSample.value;
      size += ofSample.size;
    }
  });
  if (isTooLarge) return 'too large a step';
  const error = (rounding * size + 2 ** -1060 / step) / Math.abs(divisor);
  return Number.isFinite(value + error) ? { value: value / divisor, error } : null;
}

function firstMove(
  { network, input, passes }: Evaluation,
  { layer, of, index }: ParameterPlace,
  sample: number,
  step: number,
): Moved {
  const { rows, columns } = network.layers[layer].weights;
  const im = new Float64Array(rows);
  if (of === 'weights') {
    const source = rowOf(layer === 0 ? input : passes[layer - 1].output, sample);
    im[Math.floor(index / columns)] = step * source[index % columns];
  } else im[index] = step;
  return { im, size: im.map((part) => Math.abs(part) / step) };
}

function alongWeights({ rows, columns, values }: Matrix, { im, size }: Moved): Moved {
  const moved = { im: new Float64Array(rows), size: new Float64Array(rows) };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const weight = values[row * columns + column];
      moved.im[row] += weight * im[column];
      moved.size[row] += Math.abs(weight) * size[column];
    }
  }
  return moved;
}

function throughActivation(
  { passes, activations }: Evaluation,
  layer: number,
  sample: number,
  { im, size }: Moved,
): Moved {
  const activation = activations[layer];
  const s = Array.from(
    rowOf(passes[layer].preActivation, sample),
    (re, neuron): Complex => ({ re, im: im[neuron] }),
  );
  if ('row' in activation) {
    const moved = Float64Array.from(activation.row(s), (z) => z.im);
    const whole = size.reduce((sum, own) => sum + own, 0);
    return { im: moved, size: new Float64Array(moved.length).fill(whole) };
  }
  const moved = im.map((own, neuron) => (own === 0 ? 0 : activation.entry(s[neuron]).im));
  return {
    im: moved,
    // The O(h²) that a step leaves counts as rounding does: it is all there is where a derivative is 0.
    size: size.map((own, k) =>
      im[k] === 0 ? own : own * (Math.abs(moved[k] / im[k]) + (2 ** 20 * im[k] ** 2) / rounding),
    ),
  };
}

function lossChange(
  loss: AnalyticLoss,
  sample: number,
  output: Float64Array,
  { im, size }: Moved,
  step: number,
): { readonly value: number; readonly size: number } {
  const { terms, steepest } = loss(
    sample,
    Array.from(output, (re, k): Complex => ({ re, im: im[k] })),
  );
  let total = 0;
  let paths = 0;
  terms.forEach((term, k) => {
    total += term.im / step;
    const slope = steepest ?? (im[k] === 0 ? 0 : Math.abs(term.im / im[k]));
    paths += slope * size[k];
  });
  return { value: total, size: paths };
}
