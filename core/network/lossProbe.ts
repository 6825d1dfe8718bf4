import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import { forwardSteps, rowOf } from './forward';
import { learntOf, neuronBends, withLearnt } from './learnt';
import type { Target } from './losses/loss';
import { sampleTarget } from './losses/target';
import { lossOf } from './lossPass';
import type { Layer, Network } from './network';

/** One parameter: an entry of a layer's weights, row-major, of its biases, or of what its activation learns. */
export interface ParameterPlace {
  readonly layer: number;
  readonly of: 'weights' | 'biases' | 'parameters';
  readonly index: number;
}

export interface ProbedLoss {
  readonly loss: number;
  /** True where a neuron or an output stands on another side of a kink than with the parameter as it is. */
  readonly isAcrossKink: boolean;
  /** On which side of each kink every neuron and output stands, in a fixed order; −1, 0 or 1. */
  readonly sides: readonly number[];
}

/** The loss of a network as a function of one parameter at a time. */
export interface Probe {
  parameter(place: ParameterPlace): number;
  lossSteps(place: ParameterPlace, value: number): Steps<ProbedLoss>;
}

/** Works on a copy: the network itself is never changed. */
export function* createProbeSteps(
  network: Network,
  input: Matrix,
  target: Target,
  kernels: Kernels,
): Steps<Probe> {
  const layers: Layer[] = [];
  for (const layer of network.layers) {
    layers.push(copyOf(layer));
    yield;
  }
  const learnt = layers.map(({ activation }) => learntOf(activation));
  let unchanged: readonly number[] | null = null;

  function* forward() {
    const changed = layers.map((layer, index) => {
      const values = learnt[index];
      return values === null ? layer : { ...layer, activation: withLearnt(layer.activation, values) };
    });
    const passes = yield* forwardSteps(changed, input, kernels);
    const last = passes[passes.length - 1];
    const { output } = last;
    const loss = lossOf(network, last, target);
    const preActivations = passes.map((pass) => pass.preActivation);
    yield;
    return { loss, sides: yield* sidesSteps(network, preActivations, output, target) };
  }

  function slotsOf({ layer, of }: ParameterPlace): Float64Array {
    const { weights, biases } = layers[layer];
    const slots = of === 'weights' ? weights.values : of === 'biases' ? biases : learnt[layer];
    if (slots === null) throw new RangeError(`layer ${layer} has no ${of}`);
    return slots;
  }

  return {
    parameter: (place) => slotsOf(place)[place.index],
    *lossSteps(place, value) {
      unchanged ??= (yield* forward()).sides;
      const slots = slotsOf(place);
      const before = slots[place.index];
      slots[place.index] = value;
      const { loss, sides } = yield* forward();
      slots[place.index] = before;
      return { loss, isAcrossKink: !areEqual(sides, unchanged), sides };
    },
  };
}

function copyOf(layer: Layer): Layer {
  const weights = { ...layer.weights, values: layer.weights.values.slice() };
  return { ...layer, weights, biases: layer.biases?.slice() ?? null };
}

/**
 * The sign of value − bend for every neuron and every bend it has, in φ or in φ′ alone: differences that
 * are extrapolated take both for smooth. Empty in a smooth network.
 */
function* sidesSteps(
  network: Network,
  preActivations: readonly Matrix[],
  output: Matrix,
  target: Target,
): Steps<readonly number[]> {
  const sides: number[] = [];
  function* bySample(sidesOf: (sample: number) => readonly number[]): Steps<void> {
    yield* inSlices(output.rows, workOfSides * output.columns, (first, end) => {
      for (let sample = first; sample < end; sample++) sides.push(...sidesOf(sample));
    });
  }
  for (const [index, layer] of network.layers.entries()) {
    const { activation } = layer.activation;
    if (!activation.elementwise) {
      const { sides: of } = activation;
      if (of !== undefined) yield* bySample((sample) => of(rowOf(preActivations[index], sample)));
      continue;
    }
    const bendsOf = neuronBends(layer.activation);
    if (bendsOf === null) continue;
    const { columns } = preActivations[index];
    yield* pushSides(sides, preActivations[index], (i) => bendsOf(i % columns));
  }
  const { loss, parameters } = network.loss;
  const { sides: ofLoss } = loss;
  if (ofLoss !== undefined) {
    yield* bySample((sample) => ofLoss(rowOf(output, sample), sampleTarget(target, sample), parameters));
  }
  if (target.form === 'rows') {
    yield* pushSides(sides, output, (i) => {
      const wanted = target.rows.values[i];
      const kinks = loss.kinks(wanted, parameters).map(({ at }) => at);
      return [...kinks, ...(loss.curvatureJumps?.(wanted, parameters) ?? [])];
    });
  }
  return sides;
}

/** What the sides of one value cost, in multiply-adds. */
const workOfSides = 50;

function* pushSides(
  sides: number[],
  { values }: Matrix,
  bendsOf: (index: number) => readonly number[],
): Steps<void> {
  yield* inSlices(values.length, workOfSides, (first, end) => {
    for (let i = first; i < end; i++) {
      for (const at of bendsOf(i)) sides.push(Math.sign(values[i] - at));
    }
  });
}

export function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((side, i) => side === b[i]);
}
