import type { Name, Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import {
  bold,
  common,
  fromOne,
  functionSign,
  type Notation,
  type NotationContext,
  sampleMark,
} from './notation';
import { isUniform } from './sheet';
import { writtenSign } from './written';

/**
 * Without indices: bold W₁, z₁, a₁ and gradients ∇. What is asked of one number is an entry of these,
 * [W₁]₂₃ with the row first.
 */
export const matrix: Notation = {
  name: 'matrix',
  isAugmented: false,
  hasDelta: true,
  namesEntries: true,
  rowsAreSamples: false,
  firstIndex: 1,
  sign,
  activation: (layer, order, context) =>
    functionSign(common.phi, order, isUniform(context) ? {} : { below: [fromOne(layer)] }),
};

function sign(quantity: Quantity, context: NotationContext): Sign | null {
  const { outputs } = context;
  switch (quantity.kind) {
    case 'weight':
      return {
        ...layered(bold('W'), quantity.layer),
        bracketed: [fromOne(quantity.to), fromOne(quantity.from)],
      };
    case 'bias':
      return { ...layered(bold('b'), quantity.layer), bracketed: [fromOne(quantity.to)] };
    case 'learnt':
      return {
        ...layered(common.learnt, quantity.layer),
        ...(quantity.neuron === undefined ? {} : { bracketed: [fromOne(quantity.neuron)] }),
      };
    case 'input':
      return { name: bold('x'), ...place(quantity.neuron, quantity.sample) };
    case 'pre-activation':
      return { ...layered(bold('z'), quantity.layer), ...place(quantity.neuron, quantity.sample) };
    case 'output':
      return { ...layered(bold('a'), quantity.layer), ...place(quantity.neuron, quantity.sample) };
    case 'prediction':
      return output(prediction, quantity.neuron, outputs, quantity.sample);
    case 'target':
      return output(bold('y'), quantity.index, outputs, quantity.sample);
    case 'weights':
      return layered(bold('W'), quantity.layer);
    case 'biases':
      return layered(bold('b'), quantity.layer);
    case 'pre-activations':
      return layered(bold(context.isBatch ? 'Z' : 'z'), quantity.layer);
    case 'outputs':
      return layered(bold(context.isBatch ? 'A' : 'a'), quantity.layer);
    case 'inputs':
      return { name: bold(context.isBatch ? 'X' : 'x') };
    case 'predictions':
      return { name: context.isBatch ? predictions : prediction };
    case 'targets':
      return { name: bold(context.isBatch ? 'Y' : 'y') };
    case 'derivative': {
      const { of, by } = quantity;
      const inner = of.kind === 'loss' ? sign(by, context) : null;
      return inner === null ? null : gradient(inner);
    }
    default:
      return writtenSign(quantity, context, sign);
  }
}

const prediction: Name = { latex: '\\hat{\\mathbf{y}}', plain: '𝐲̂', style: 'upright' };
const predictions: Name = { latex: '\\hat{\\mathbf{Y}}', plain: '𝐘̂', style: 'upright' };

/** ∇ by a matrix; an entry of it stays an entry. */
function gradient({ name, below = [], above = [], bracketed }: Sign): Sign {
  const latexName = name.style === 'bold' ? `\\mathbf{${name.latex}}` : name.latex;
  const corner = below.length === 0 ? '' : `_{${below.join(',')}}`;
  const inner = `${latexName}${corner}`;
  const plainInner = `${name.plain}${below.join('')}`;
  return {
    name: { latex: `\\nabla_{\\!${inner}}\\mathcal{L}`, plain: `∇_${plainInner} ℒ`, style: 'upright' },
    above,
    ...(bracketed === undefined ? {} : { bracketed }),
  };
}

function layered(name: Name, layer: Index): Sign {
  return { name, below: [fromOne(layer)] };
}

function place(index: Index, sample: Index | undefined): Pick<Sign, 'above' | 'bracketed'> {
  return { bracketed: [fromOne(index)], above: sampleMark(sample) };
}

function output(name: Name, index: Index, outputs: number, sample: Index | undefined): Sign {
  return outputs > 1 ? { name, ...place(index, sample) } : { name, above: sampleMark(sample) };
}
