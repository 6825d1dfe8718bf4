import type { Name, Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import {
  common,
  fromOne,
  functionSign,
  italic,
  type Notation,
  type NotationContext,
  sampleMark,
} from './notation';
import { isUniform } from './sheet';
import { indexedSign } from './written';

/**
 * The usual one of textbooks: W^{[l]} with the destination's index first, z before and a after the
 * activation g, δ = ∂L/∂z. Everything of a layer has that layer's number, and a^{[0]} is x.
 */
export const textbook: Notation = {
  name: 'textbook',
  isAugmented: false,
  hasDelta: true,
  namesEntries: false,
  rowsAreSamples: false,
  firstIndex: 1,
  sign,
  activation: (layer, order, context) =>
    functionSign(italic('g'), order, isUniform(context) ? {} : { above: [`[${fromOne(layer)}]`] }),
};

function sign(quantity: Quantity, context: NotationContext): Sign | null {
  const { isBatch } = context;
  switch (quantity.kind) {
    case 'weight':
      return {
        name: italic('w'),
        below: [fromOne(quantity.to), fromOne(quantity.from)],
        above: [`[${fromOne(quantity.layer)}]`],
      };
    case 'bias':
      return { name: italic('b'), below: [fromOne(quantity.to)], above: [`[${fromOne(quantity.layer)}]`] };
    case 'learnt':
      return {
        name: common.learnt,
        below: quantity.neuron === undefined ? [] : [fromOne(quantity.neuron)],
        above: [`[${fromOne(quantity.layer)}]`],
      };
    case 'pre-activation':
      return neuron(italic('z'), quantity.layer, quantity.neuron, quantity.sample);
    case 'output':
      return neuron(italic('a'), quantity.layer, quantity.neuron, quantity.sample);
    case 'weights':
      return layered(italic('W'), quantity.layer);
    case 'biases':
      return layered(italic('b'), quantity.layer);
    case 'pre-activations':
      return layered(italic(isBatch ? 'Z' : 'z'), quantity.layer);
    case 'outputs':
      return layered(italic(isBatch ? 'A' : 'a'), quantity.layer);
    case 'derivative': {
      const { of, by } = quantity;
      if (of.kind !== 'loss') return null;
      if (by.kind === 'pre-activation') return neuron(common.delta, by.layer, by.neuron, by.sample);
      if (by.kind === 'pre-activations') return layered(isBatch ? bigDelta : common.delta, by.layer);
      return null;
    }
    default:
      return indexedSign(quantity, context, sign);
  }
}

const bigDelta: Name = { latex: '\\Delta', plain: 'Δ', style: 'italic' };

function layered(name: Name, layer: Index): Sign {
  return { name, above: [`[${fromOne(layer)}]`] };
}

function neuron(name: Name, layer: Index, index: Index, sample: Index | undefined): Sign {
  return { name, below: [fromOne(index)], above: [`[${fromOne(layer)}]`, ...sampleMark(sample)] };
}
