import type { LayerGradient } from '../layerGradient';
import { learntOf, withLearnt } from '../learnt';
import type { ParameterPlace } from '../lossProbe';
import type { Network } from '../network';

/** Which of a layer's parameters an array holds. */
export interface TensorPlace {
  readonly layer: number;
  readonly of: ParameterPlace['of'];
}

/**
 * All that a network learns, layer by layer: weights (row-major), biases, what the activation learns;
 * arrays that a layer does not have are left out.
 */
export type Tensors = readonly Float64Array[];

/** Where each of the arrays belongs, in the order of `tensorsOf`. */
export function tensorPlaces(network: Network): readonly TensorPlace[] {
  return network.layers.flatMap(({ biases, activation }, layer) => {
    const places: TensorPlace[] = [{ layer, of: 'weights' }];
    if (biases !== null) places.push({ layer, of: 'biases' });
    if (learntOf(activation) !== null) places.push({ layer, of: 'parameters' });
    return places;
  });
}

/** The parameters themselves, not copies; what activations learn is gathered anew. */
export function tensorsOf(network: Network): Tensors {
  return network.layers.flatMap(({ weights, biases, activation }) => {
    const learnt = learntOf(activation);
    return [weights.values, ...(biases === null ? [] : [biases]), ...(learnt === null ? [] : [learnt])];
  });
}

export function gradientTensors(gradients: readonly LayerGradient[]): Tensors {
  return gradients.flatMap(({ weights, biases, parameters }) => [
    weights.values,
    ...(biases === null ? [] : [biases]),
    ...(parameters === undefined ? [] : [parameters]),
  ]);
}

/** The same network with other parameters, in the order of `tensorsOf`; they are taken as they are. */
export function withTensors(network: Network, tensors: Tensors): Network {
  let next = 0;
  const layers = network.layers.map((layer) => {
    const weights = { ...layer.weights, values: tensors[next++] };
    const biases = layer.biases === null ? null : tensors[next++];
    const hasLearnt = learntOf(layer.activation) !== null;
    const activation = hasLearnt ? withLearnt(layer.activation, tensors[next++]) : layer.activation;
    return { ...layer, weights, biases, activation };
  });
  return { ...network, layers };
}

export function copyTensors(tensors: Tensors): Tensors {
  return tensors.map((tensor) => tensor.slice());
}
