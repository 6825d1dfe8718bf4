import { type Bounds, widened } from '../numeric/interval';
import type { BoundActivation, ElementwiseActivation, Parameters } from './activations/activation';
import { neuronParameters } from './learnt';

export interface BoundArrays {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The functions are right to a few units of the last place; so many are added outwards. */
const ulps = 16;

/** φ never decreases, with any parameters that it accepts here. */
const increasing: ReadonlySet<string> = new Set([
  'identity',
  'relu',
  'relu6',
  'elu',
  'celu',
  'selu',
  'sigmoid',
  'logsigmoid',
  'tanh',
  'softplus',
  'softsign',
  'hardtanh',
  'hardsigmoid',
  'hardshrink',
  'softshrink',
  'tanhshrink',
  'exponential',
  'squareplus',
  'heaviside',
]);
/** φ never decreases where this parameter is not negative. */
const increasingWith: ReadonlyMap<string, string> = new Map([
  ['leaky_relu', 'negative_slope'],
  ['prelu', 'weight'],
]);
/** φ decreases to its one minimum, which stands between these, and increases from there. */
const valleys: ReadonlyMap<string, Bounds> = new Map([
  ['silu', { lower: -1.2785, upper: -1.2784 }],
  ['gelu', { lower: -0.7526, upper: -0.7517 }],
  ['mish', { lower: -1.1925, upper: -1.1924 }],
  ['hardswish', { lower: -1.5, upper: -1.5 }],
]);

/** φ over intervals, samples × neurons; null for an activation whose bounds are not known here. */
export function boundsOfActivation(
  bound: BoundActivation,
  sums: BoundArrays,
  samples: number,
): BoundArrays | null {
  const { activation } = bound;
  const width = sums.lower.length / samples;
  if (!activation.elementwise) return rowBounds(activation.name, sums, width);
  const parametersAt = neuronParameters(bound);
  const result = { lower: new Float64Array(sums.lower.length), upper: new Float64Array(sums.lower.length) };
  for (let index = 0; index < sums.lower.length; index++) {
    const over = { lower: sums.lower[index] ?? 0, upper: sums.upper[index] ?? 0 };
    const bounds = elementBounds(activation, parametersAt(index % width), over);
    if (bounds === null) return null;
    result.lower[index] = bounds.lower;
    result.upper[index] = bounds.upper;
  }
  return result;
}

function elementBounds(
  activation: ElementwiseActivation,
  parameters: Parameters,
  { lower, upper }: Bounds,
): Bounds | null {
  const { name } = activation;
  const [first, last] = [activation.value(lower, parameters), activation.value(upper, parameters)];
  if (Number.isNaN(first) || Number.isNaN(last)) return null;
  const slope = increasingWith.get(name);
  if (increasing.has(name) || (slope !== undefined && (parameters[slope] ?? -1) >= 0)) {
    return widened({ lower: first, upper: last }, ulps);
  }
  const valley = valleys.get(name);
  if (valley !== undefined) {
    const touches = lower <= valley.upper && upper >= valley.lower;
    const lowest = activation.range(parameters)[0]?.lower ?? Number.NaN;
    const bottom = touches ? lowest : Math.min(first, last);
    return Number.isNaN(bottom) ? null : widened({ lower: bottom, upper: Math.max(first, last) }, ulps);
  }
  if (name === 'gaussian') {
    const top = lower <= 0 && upper >= 0 ? 1 : Math.max(first, last);
    return widened({ lower: Math.min(first, last), upper: top }, ulps);
  }
  return null;
}

/** Softmax and its like: output k grows with input k and falls with every other. */
function rowBounds(name: string, sums: BoundArrays, width: number): BoundArrays | null {
  if (name !== 'softmax' && name !== 'softmin' && name !== 'log_softmax') return null;
  const isTurned = name === 'softmin';
  const [low, high] = isTurned ? [negated(sums.upper), negated(sums.lower)] : [sums.lower, sums.upper];
  const result = { lower: new Float64Array(low.length), upper: new Float64Array(low.length) };
  for (let start = 0; start < low.length; start += width) {
    for (let k = 0; k < width; k++) {
      const least = logRatio(low, high, start, width, k);
      const most = logRatio(high, low, start, width, k);
      // Differences of inputs and the logarithm of a sum from 1 on are right to units of their size, not of their difference.
      const margin = 2 ** -50 * (width + 4 + largestOf(low, high, start, width));
      const bounds =
        name === 'log_softmax'
          ? { lower: least - margin, upper: most + margin }
          : { lower: Math.exp(least - margin), upper: Math.exp(most + margin) };
      const { lower, upper } = widened(bounds, ulps);
      result.lower[start + k] = name === 'log_softmax' ? lower : Math.max(0, lower);
      result.upper[start + k] = Math.min(name === 'log_softmax' ? 0 : 1, upper);
    }
  }
  return result;
}

/** ln of output k where it has the input `own` and the others have `others`: −ln Σ e^(oⱼ − o_k). */
function logRatio(own: Float64Array, others: Float64Array, start: number, width: number, k: number): number {
  const at = own[start + k] ?? 0;
  let largest = 0;
  for (let j = 0; j < width; j++) if (j !== k) largest = Math.max(largest, (others[start + j] ?? 0) - at);
  let sum = Math.exp(-largest);
  for (let j = 0; j < width; j++) if (j !== k) sum += Math.exp((others[start + j] ?? 0) - at - largest);
  return -largest - Math.log(sum);
}

function largestOf(low: Float64Array, high: Float64Array, start: number, width: number): number {
  let largest = 0;
  for (let j = start; j < start + width; j++) {
    largest = Math.max(largest, Math.abs(low[j] ?? 0), Math.abs(high[j] ?? 0));
  }
  return largest;
}

function negated(values: Float64Array): Float64Array {
  return values.map((value) => -value);
}
