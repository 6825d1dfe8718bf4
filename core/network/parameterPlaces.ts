import type { LayerGradient } from './layerGradient';
import { learntOf } from './learnt';
import type { ParameterPlace } from './lossProbe';
import type { Layer } from './network';

/** How many parameters of each kind a layer has. */
function countsOf({
  weights,
  biases,
  activation,
}: Layer): readonly (readonly [ParameterPlace['of'], number])[] {
  return [
    ['weights', weights.values.length],
    ['biases', biases?.length ?? 0],
    ['parameters', learntOf(activation)?.length ?? 0],
  ];
}

export function parameterCount(layers: readonly Layer[]): number {
  return layers.reduce((sum, layer) => countsOf(layer).reduce((inner, [, count]) => inner + count, sum), 0);
}

/** Parameter `index` of all, layer by layer: weights, biases, what the activation learns. Throws RangeError beyond. */
export function locateParameter(layers: readonly Layer[], index: number): ParameterPlace {
  let rest = index;
  for (const [layer, parts] of layers.entries()) {
    for (const [of, count] of countsOf(parts)) {
      if (rest < count) return { layer, of, index: rest };
      rest -= count;
    }
  }
  throw new RangeError(`the network has no parameter ${index}`);
}

export function gradientAt(
  gradients: readonly LayerGradient[],
  { layer, of, index }: ParameterPlace,
): number {
  const { weights, biases, parameters } = gradients[layer];
  return (of === 'weights' ? weights.values : of === 'biases' ? biases : parameters)?.[index] ?? 0;
}

/** The parameter itself. */
export function valueAt(layers: readonly Layer[], { layer, of, index }: ParameterPlace): number {
  const { weights, biases, activation } = layers[layer];
  return (of === 'weights' ? weights.values : of === 'biases' ? biases : learntOf(activation))?.[index] ?? 0;
}

/** `count` parameters of all, evenly spread. */
export function spreadParameters(parameters: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * parameters) / count));
}

/** As the sheet writes it: w from neuron p to k, b and α of neuron k, with people's counting. */
export function parameterName(layers: readonly Layer[], { layer, of, index }: ParameterPlace): string {
  const { columns } = layers[layer].weights;
  switch (of) {
    case 'weights':
      return `w_${(index % columns) + 1},${Math.floor(index / columns) + 1}^${layer}`;
    case 'biases':
      return `b_${index + 1}^${layer + 1}`;
    case 'parameters':
      return `α_${index + 1}^${layer + 1}`;
  }
}
