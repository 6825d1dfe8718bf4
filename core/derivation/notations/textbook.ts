import type { Name, Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import {
  common,
  distributionSign,
  fromOne,
  functionSign,
  italic,
  type Notation,
  type NotationContext,
  sampleMark,
} from './notation';
import { isUniform } from './sheet';

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
  const { isBatch, outputs } = context;
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
    case 'input':
      return { name: italic('x'), below: [fromOne(quantity.neuron)], above: sampleMark(quantity.sample) };
    case 'pre-activation':
      return neuron(italic('z'), quantity.layer, quantity.neuron, quantity.sample);
    case 'output':
      return neuron(italic('a'), quantity.layer, quantity.neuron, quantity.sample);
    case 'prediction':
      return output(common.prediction, quantity.neuron, outputs, quantity.sample);
    case 'target':
      return output(common.target, quantity.index, outputs, quantity.sample);
    case 'loss':
      return { name: common.loss };
    case 'learning-rate':
      return { name: common.learningRate };
    case 'iterate': {
      const inner = sign(quantity.of, context);
      const mark = quantity.step === 0 ? '(t)' : '(t+1)';
      return inner === null ? null : { ...inner, above: [...(inner.above ?? []), mark] };
    }
    case 'weights':
      return layered(italic('W'), quantity.layer);
    case 'biases':
      return layered(italic('b'), quantity.layer);
    case 'pre-activations':
      return layered(italic(isBatch ? 'Z' : 'z'), quantity.layer);
    case 'outputs':
      return layered(italic(isBatch ? 'A' : 'a'), quantity.layer);
    case 'inputs':
      return { name: italic(isBatch ? 'X' : 'x') };
    case 'predictions':
      return { name: isBatch ? { latex: '\\hat{Y}', plain: 'Ŷ', style: 'italic' } : common.prediction };
    case 'targets':
      return { name: italic(isBatch ? 'Y' : 'y') };
    case 'derivative': {
      const { of, by } = quantity;
      if (of.kind !== 'loss') return null;
      if (by.kind === 'pre-activation') return neuron(common.delta, by.layer, by.neuron, by.sample);
      if (by.kind === 'pre-activations') return layered(isBatch ? bigDelta : common.delta, by.layer);
      return null;
    }
    case 'augmented-weights':
    case 'augmented-source':
      return null;
    default:
      return distributionSign(quantity);
  }
}

const bigDelta: Name = { latex: '\\Delta', plain: 'Δ', style: 'italic' };

function layered(name: Name, layer: Index): Sign {
  return { name, above: [`[${fromOne(layer)}]`] };
}

function neuron(name: Name, layer: Index, index: Index, sample: Index | undefined): Sign {
  return { name, below: [fromOne(index)], above: [`[${fromOne(layer)}]`, ...sampleMark(sample)] };
}

function output(name: Name, index: Index, outputs: number, sample: Index | undefined): Sign {
  return { name, below: outputs > 1 ? [fromOne(index)] : [], above: sampleMark(sample) };
}
