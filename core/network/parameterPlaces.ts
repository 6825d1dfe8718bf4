import { indices, loweredCorner, raisedCorner } from '../cornerText';
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

/** As the sheet writes it, `w₁₂⁰`: w from neuron p to k, b and α of neuron k, with people's counting. */
export function parameterName(sourceNeurons: number, { layer, of, index }: ParameterPlace): string {
  const fromOne = (at: number) => String(at + 1);
  const above = raisedCorner(of === 'weights' ? String(layer) : fromOne(layer));
  switch (of) {
    case 'weights': {
      const ends = [fromOne(index % sourceNeurons), fromOne(Math.floor(index / sourceNeurons))];
      return `w${loweredCorner(indices(ends))}${above}`;
    }
    case 'biases':
      return `b${loweredCorner(fromOne(index))}${above}`;
    case 'parameters':
      return `α${loweredCorner(fromOne(index))}${above}`;
  }
}
