import type { Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import {
  common,
  fromOne,
  fromZero,
  functionSign,
  italic,
  type Notation,
  type NotationContext,
  sampleMark,
} from './notation';
import { indexedSign } from './written';

/**
 * The exercise sheet's: w_{pk}^l from neuron p of layer l to neuron k of the next, by the layer it comes
 * from; s, o and b by the layer they belong to. Layer 0 is the input.
 */
export const sheet: Notation = {
  name: 'sheet',
  isAugmented: true,
  hasDelta: false,
  namesEntries: false,
  rowsAreSamples: false,
  firstIndex: 1,
  sign,
  activation: (layer, order, context) =>
    functionSign(common.phi, order, isUniform(context) ? {} : { below: [fromOne(layer)] }),
};

/** Whether all layers that bend have the same activation, so that φ needs no index. */
export function isUniform({ activations, functions = activations }: NotationContext): boolean {
  const bending = functions.filter((_, layer) => activations[layer] !== 'identity');
  return new Set(bending).size <= 1;
}

function sign(quantity: Quantity, context: NotationContext): Sign | null {
  const { isBatch } = context;
  switch (quantity.kind) {
    case 'weight':
      return {
        name: italic('w'),
        below: [fromOne(quantity.from), fromOne(quantity.to)],
        above: [fromZero(quantity.layer)],
      };
    case 'bias':
      return { name: italic('b'), below: [fromOne(quantity.to)], above: [fromOne(quantity.layer)] };
    case 'learnt':
      return {
        name: common.learnt,
        below: quantity.neuron === undefined ? [] : [fromOne(quantity.neuron)],
        above: [fromOne(quantity.layer)],
      };
    case 'pre-activation':
      return neuron('s', quantity.layer, quantity.neuron, quantity.sample);
    case 'output':
      return neuron('o', quantity.layer, quantity.neuron, quantity.sample);
    case 'weights':
      return { name: italic('W'), above: [fromZero(quantity.layer)] };
    case 'biases':
      return { name: italic('b'), above: [fromOne(quantity.layer)] };
    case 'pre-activations':
      return { name: italic(isBatch ? 'S' : 's'), above: [fromOne(quantity.layer)] };
    case 'outputs':
      return { name: italic(isBatch ? 'O' : 'o'), above: [fromOne(quantity.layer)] };
    default:
      return indexedSign(quantity, context, sign);
  }
}

function neuron(letter: string, layer: Index, index: Index, sample: Index | undefined): Sign {
  return {
    name: italic(letter),
    below: [fromOne(index)],
    above: [fromOne(layer), ...sampleMark(sample)],
  };
}
