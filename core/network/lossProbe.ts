import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import type { Kink } from './activations/activation';
import { forwardSteps } from './forward';
import type { Target } from './losses/loss';
import type { Layer, Network } from './network';

/** One parameter: an entry of a layer's weights, row-major, or of its biases. */
export interface ParameterPlace {
  readonly layer: number;
  readonly of: 'weights' | 'biases';
  readonly index: number;
}

export interface ProbedLoss {
  readonly loss: number;
  /** True where a neuron or an output stands on another side of a kink than with the parameter as it is. */
  readonly isAcrossKink: boolean;
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
  const { loss: definition, reduction, parameters } = network.loss;
  let unchanged: readonly number[] | null = null;

  function* forward() {
    const passes = yield* forwardSteps(layers, input, kernels);
    const { output } = passes[passes.length - 1];
    const loss = definition.value(output, target, reduction, parameters);
    const preActivations = passes.map((pass) => pass.preActivation);
    return { loss, sides: sidesOf(network, preActivations, output, target) };
  }

  return {
    parameter: (place) => slotsOf(layers, place)[place.index],
    *lossSteps(place, value) {
      unchanged ??= (yield* forward()).sides;
      const slots = slotsOf(layers, place);
      const before = slots[place.index];
      slots[place.index] = value;
      const { loss, sides } = yield* forward();
      slots[place.index] = before;
      return { loss, isAcrossKink: !isEqual(sides, unchanged) };
    },
  };
}

function copyOf(layer: Layer): Layer {
  const weights = { ...layer.weights, values: layer.weights.values.slice() };
  return { ...layer, weights, biases: layer.biases?.slice() ?? null };
}

function slotsOf(layers: readonly Layer[], { layer, of }: ParameterPlace): Float64Array {
  const { weights, biases } = layers[layer];
  if (of === 'weights') return weights.values;
  if (biases === null) throw new RangeError(`layer ${layer} has no biases`);
  return biases;
}

/** The sign of value − kink for every neuron and every kink it has; empty in a smooth network. */
function sidesOf(
  network: Network,
  preActivations: readonly Matrix[],
  output: Matrix,
  target: Target,
): readonly number[] {
  const sides: number[] = [];
  network.layers.forEach(({ activation: { activation, parameters } }, layer) => {
    const kinks = activation.elementwise ? activation.kinks(parameters) : [];
    if (kinks.length > 0) pushSides(sides, preActivations[layer], () => kinks);
  });
  const { loss, parameters } = network.loss;
  if (target.form === 'rows') pushSides(sides, output, (i) => loss.kinks(target.rows.values[i], parameters));
  return sides;
}

function pushSides(sides: number[], { values }: Matrix, kinksOf: (index: number) => readonly Kink[]): void {
  for (let i = 0; i < values.length; i++) {
    for (const { at } of kinksOf(i)) sides.push(Math.sign(values[i] - at));
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((side, i) => side === b[i]);
}
