import { createMatrix } from '../matrix';
import { around, type Bounds, productOf, sumOf } from '../numeric/interval';
import type { Steps } from '../steps';
import { halfUnit, printedDigits } from '../text/precision';
import type { NumberArray } from '../text/reading';
import { boundsOfActivation } from './activationBounds';
import { boundsOfLoss } from './lossBounds';
import type { NetworkPrecision } from './networkPrecision';
import type { NetworkStudy } from './networkStudy';
import { resolveTarget } from './samples';

/** Larger networks are too slow for four products a weight. */
const mostProducts = 500_000;
const productsPerSlice = 20_000;
/** Intervals so many times as wide as the first order have grown for want of correlation. */
const blownUp = 10;

interface Boxes {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Null where every number was printed whole, or the network is too large. */
export function* networkPrecisionSteps(study: NetworkStudy): Steps<NetworkPrecision | null> {
  const { reading, network, input } = study;
  const { text } = reading;
  const arrays = [
    ...reading.layers.flatMap(({ weights, biases }) => (biases === null ? [weights] : [weights, biases])),
    ...[reading.input, reading.target].filter((array) => array !== null),
  ];
  if (
    input === null ||
    reading.input === null ||
    !arrays.some(({ roundedFrom }) => roundedFrom !== undefined)
  )
    return null;
  const products = network.layers.reduce((sum, { weights }) => sum + weights.values.length, 0) * input.rows;
  const printed = printedDigits(text, arrays);
  if (products > mostProducts || printed === null) return null;
  const output = yield* forwardBounds(study, boxesOf(text, reading.input, input.values));
  const targetHalf = reading.target === null ? 0 : largestHalf(text, reading.target);
  const loss = output === null ? null : boundsOfLoss(study, output, targetHalf);
  const firstOrder = firstOrderOf(study);
  return { printed, output, loss, firstOrder, method: methodOf(loss, firstOrder) };
}

function methodOf(loss: Bounds | null, firstOrder: number | null): NetworkPrecision['method'] {
  const radius = loss === null ? Number.POSITIVE_INFINITY : (loss.upper - loss.lower) / 2;
  if (Number.isFinite(radius) && (firstOrder === null || radius <= blownUp * firstOrder)) return 'interval';
  if (firstOrder !== null && Number.isFinite(firstOrder)) return 'first-order';
  return Number.isFinite(radius) ? 'interval' : null;
}

function boxesOf(text: string, array: NumberArray, values: Float64Array): Boxes {
  const lower = new Float64Array(values.length);
  const upper = new Float64Array(values.length);
  values.forEach((value, index) => {
    const bounds = around(value, halfUnit(text, array, index));
    lower[index] = bounds.lower;
    upper[index] = bounds.upper;
  });
  return { lower, upper };
}

function largestHalf(text: string, array: NumberArray): number {
  let largest = 0;
  for (let index = 0; index < array.values.length; index++) {
    largest = Math.max(largest, halfUnit(text, array, index));
  }
  return largest;
}

/** The forward pass over intervals: s ∈ W o + b with every product bounded, then φ over each interval. */
function* forwardBounds(
  { reading, network, samples }: NetworkStudy,
  input: Boxes,
): Steps<NetworkPrecision['output']> {
  let source = input;
  let width = input.lower.length / samples;
  let work = 0;
  for (const [index, { weights, biases, activation }] of network.layers.entries()) {
    const written = reading.layers[index];
    if (written === undefined) return null;
    const boxes = boxesOf(reading.text, written.weights, weights.values);
    const shifts =
      biases === null || written.biases === null ? null : boxesOf(reading.text, written.biases, biases);
    const sums = {
      lower: new Float64Array(samples * weights.rows),
      upper: new Float64Array(samples * weights.rows),
    };
    for (let sample = 0; sample < samples; sample++) {
      for (let to = 0; to < weights.rows; to++) {
        let sum: Bounds = shifts === null ? { lower: 0, upper: 0 } : at(shifts, to);
        for (let from = 0; from < width; from++) {
          sum = sumOf(sum, productOf(at(boxes, to * width + from), at(source, sample * width + from)));
        }
        sums.lower[sample * weights.rows + to] = sum.lower;
        sums.upper[sample * weights.rows + to] = sum.upper;
        work += width;
        if (work >= productsPerSlice) {
          work = 0;
          yield;
        }
      }
    }
    const next = boundsOfActivation(activation, sums, samples);
    if (next === null) return null;
    source = next;
    width = next.lower.length / samples;
  }
  return {
    lower: createMatrix(samples, width, source.lower),
    upper: createMatrix(samples, width, source.upper),
  };
}

function at({ lower, upper }: Boxes, index: number): Bounds {
  return { lower: lower[index] ?? 0, upper: upper[index] ?? 0 };
}

/** Σ |∂L/∂θ| · half unit over weights, biases and inputs. */
function firstOrderOf(study: NetworkStudy): number | null {
  const { reading, gradients, inputGradient } = study;
  const ofTarget = changeByTarget(study);
  if (gradients === null || ofTarget === null) return null;
  const { text } = reading;
  let sum = ofTarget;
  const add = (slopes: ArrayLike<number>, array: NumberArray) => {
    for (let index = 0; index < slopes.length; index++) {
      const half = halfUnit(text, array, index);
      if (half > 0) sum += Math.abs(slopes[index] ?? 0) * half;
    }
  };
  gradients.forEach(({ weights, biases }, layer) => {
    const written = reading.layers[layer];
    if (written === undefined) return;
    add(weights.values, written.weights);
    if (biases !== null && written.biases !== null) add(biases, written.biases);
  });
  if (inputGradient !== null && reading.input !== null) add(inputGradient.values, reading.input);
  return sum;
}

/** More targets than these are not moved one by one. */
const mostTargets = 1_000;

/** The most that the loss changes with what printing left of the targets, each moved alone; null where that is not known. */
function changeByTarget({ reading, network, layers, samples }: NetworkStudy): number | null {
  const output = layers.at(-1)?.output;
  const written = reading.target;
  if (output === undefined || written === null || largestHalf(reading.text, written) === 0) return 0;
  const { loss, reduction, parameters, lists } = network.loss;
  const isBatch = reading.input?.shape.length === 2;
  const target = resolveTarget(written, { samples, isBatch }, output.columns, loss, parameters).value;
  if (target?.form !== 'rows' || target.rows.values.length > mostTargets) return null;
  const { values } = target.rows;
  const moved = Float64Array.from(values);
  const lossOf = () =>
    loss.value(
      output,
      { form: 'rows', rows: { ...target.rows, values: moved } },
      reduction,
      parameters,
      lists,
    );
  let sum = 0;
  values.forEach((value, index) => {
    const half = halfUnit(reading.text, written, index);
    if (half === 0) return;
    moved[index] = value + half;
    const above = lossOf();
    moved[index] = value - half;
    const below = lossOf();
    moved[index] = value;
    sum += Math.abs(above - below) / 2;
  });
  return sum;
}
