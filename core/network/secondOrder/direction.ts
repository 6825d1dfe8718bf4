import { createMatrix, type Matrix } from '../../matrix';
import type { Network } from '../network';
import { type Tensors, tensorPlaces, tensorsOf } from '../training/tensors';

/** A direction in which a network's parameters move, layer by layer; null where a layer has none of a kind. */
export interface LayerDirection {
  readonly weights: Matrix;
  readonly biases: Float64Array | null;
  readonly parameters: Float64Array | null;
}

export function layerDirections(network: Network, tensors: Tensors): readonly LayerDirection[] {
  const places = tensorPlaces(network);
  const find = (layer: number, of: 'weights' | 'biases' | 'parameters') => {
    const index = places.findIndex((place) => place.layer === layer && place.of === of);
    return index < 0 ? null : tensors[index];
  };
  return network.layers.map(({ weights }, layer) => ({
    weights: {
      ...weights,
      values: find(layer, 'weights') ?? createMatrix(weights.rows, weights.columns).values,
    },
    biases: find(layer, 'biases'),
    parameters: find(layer, 'parameters'),
  }));
}

/** The numbers of all arrays one after the other, in the order in which parameters are counted. */
export function flatten(tensors: Tensors): Float64Array {
  const flat = new Float64Array(tensors.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const tensor of tensors) {
    flat.set(tensor, offset);
    offset += tensor.length;
  }
  return flat;
}

/** The direction that moves parameter `index` of all alone. */
export function unitDirection(network: Network, index: number): Tensors {
  let offset = 0;
  return tensorsOf(network).map(({ length }) => {
    const unit = new Float64Array(length);
    if (index >= offset && index < offset + length) unit[index - offset] = 1;
    offset += length;
    return unit;
  });
}
