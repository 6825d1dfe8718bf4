import type { Matrix } from '../matrix';
import type { BoundActivation, Kink, Parameters } from './activations/activation';

/** The parameters of φ at each neuron of a layer. */
export function neuronParameters(bound: BoundActivation): (neuron: number) => Parameters {
  const { parameters, perNeuron } = bound;
  return perNeuron === undefined ? () => parameters : (neuron) => perNeuron[neuron];
}

/** The kinks of φ at each neuron; null where no neuron has one. */
export function neuronKinks(bound: BoundActivation): ((neuron: number) => readonly Kink[]) | null {
  const { activation, parameters, perNeuron } = bound;
  if (!activation.elementwise) return null;
  const kinks = (perNeuron ?? [parameters]).map((own) => activation.kinks(own));
  if (kinks.every((own) => own.length === 0)) return null;
  return (neuron) => kinks[neuron % kinks.length];
}

/** Where φ or φ′ has a kink at each neuron; null where both are smooth for every neuron. */
export function neuronBends(bound: BoundActivation): ((neuron: number) => readonly number[]) | null {
  const { activation, parameters, perNeuron } = bound;
  if (!activation.elementwise) return null;
  const bends = (perNeuron ?? [parameters]).map((own) =>
    [...activation.kinks(own), ...activation.curvatureJumps(own)].map(({ at }) => at),
  );
  if (bends.every((own) => own.length === 0)) return null;
  return (neuron) => bends[neuron % bends.length];
}

/** The learnt parameter of a layer's activation, one for all or one a neuron; null where it has none. */
export function learntOf({ activation, parameters, perNeuron }: BoundActivation): Float64Array | null {
  if (!activation.elementwise || activation.learnt === undefined) return null;
  const name = activation.learnt.parameter;
  return Float64Array.from(perNeuron ?? [parameters], (own) => own[name]);
}

/** The same activation with other values of its learnt parameter. */
export function withLearnt(bound: BoundActivation, values: Float64Array): BoundActivation {
  const { activation, parameters, perNeuron } = bound;
  if (!activation.elementwise || activation.learnt === undefined) return bound;
  const name = activation.learnt.parameter;
  return perNeuron === undefined
    ? { ...bound, parameters: { ...parameters, [name]: values[0] } }
    : { ...bound, perNeuron: perNeuron.map((own, neuron) => ({ ...own, [name]: values[neuron] })) };
}

/** ∂L/∂a = Σ ∂L/∂o · ∂φ/∂a, over the samples and, where one a serves all, the neurons. */
export function learntGradient(
  bound: BoundActivation,
  preActivation: Matrix,
  outputGradient: Matrix,
): Float64Array | null {
  const { activation } = bound;
  const values = learntOf(bound);
  if (values === null || !activation.elementwise || activation.learnt === undefined) return null;
  const gradient = new Float64Array(values.length);
  const parametersAt = neuronParameters(bound);
  for (let i = 0; i < preActivation.values.length; i++) {
    const neuron = i % preActivation.columns;
    const slope = activation.learnt.derivative(preActivation.values[i], parametersAt(neuron));
    gradient[neuron % values.length] += outputGradient.values[i] * slope;
  }
  return gradient;
}

/** The same text for two activations that are the same function. */
export function functionKey({ activation, parameters, perNeuron }: BoundActivation): string {
  return JSON.stringify([activation.name, perNeuron ?? parameters]);
}
