import type { Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import { code, distributionSign, functionSign, type Notation, type NotationContext } from './notation';
import { isUniform } from './sheet';

/**
 * A program's: `layers.0.weight[k, p]` with every index from 0, `.grad` for the loss's derivative. Rows of
 * a batch are samples, and so they come first.
 */
export const pytorch: Notation = {
  name: 'pytorch',
  isAugmented: false,
  hasDelta: true,
  namesEntries: true,
  rowsAreSamples: true,
  firstIndex: 0,
  sign,
  activation: (layer, order, context) =>
    functionSign(code(functionOf(layer, context) ?? 'activation'), order),
};

/** Of a letter for any layer: the one function that all layers share. */
function functionOf(layer: Index, context: NotationContext): string | undefined {
  const { activations } = context;
  if (typeof layer === 'number') return activations[layer];
  return isUniform(context) ? activations.find((name) => name !== 'identity') : undefined;
}

function sign(quantity: Quantity, context: NotationContext): Sign | null {
  switch (quantity.kind) {
    case 'weight':
      return {
        name: code(`layers.${text(quantity.layer)}.weight`),
        entry: [text(quantity.to), text(quantity.from)],
      };
    case 'bias':
      return { name: code(`layers.${text(quantity.layer)}.bias`), entry: [text(quantity.to)] };
    case 'learnt':
      return {
        name: code(`activations.${text(quantity.layer)}.weight`),
        entry: [text(quantity.neuron ?? 0)],
      };
    case 'input':
      return { name: code('x'), entry: [...sampleOf(quantity.sample), text(quantity.neuron)] };
    case 'pre-activation':
      return {
        name: code(`z${text(quantity.layer)}`),
        entry: [...sampleOf(quantity.sample), text(quantity.neuron)],
      };
    case 'output':
      return {
        name: code(`h${text(quantity.layer)}`),
        entry: [...sampleOf(quantity.sample), text(quantity.neuron)],
      };
    case 'prediction':
      return outputSign('y_hat', quantity.neuron, quantity.sample, context);
    case 'target':
      return outputSign('y', quantity.index, quantity.sample, context);
    case 'loss':
      return { name: code('loss') };
    case 'learning-rate':
      return { name: code('lr') };
    case 'iterate': {
      const inner = sign(quantity.of, context);
      if (inner === null || quantity.step === 0) return inner;
      return { ...inner, name: code(`new.${inner.name.plain}`) };
    }
    case 'weights':
      return { name: code(`layers.${text(quantity.layer)}.weight`) };
    case 'biases':
      return { name: code(`layers.${text(quantity.layer)}.bias`) };
    case 'pre-activations':
      return { name: code(`z${text(quantity.layer)}`) };
    case 'outputs':
      return { name: code(`h${text(quantity.layer)}`) };
    case 'inputs':
      return { name: code('x') };
    case 'predictions':
      return { name: code('y_hat') };
    case 'targets':
      return { name: code('y') };
    case 'derivative': {
      const { of, by } = quantity;
      const inner = of.kind === 'loss' ? sign(by, context) : null;
      return inner === null ? null : { ...inner, name: code(`${inner.name.plain}.grad`) };
    }
    case 'augmented-weights':
    case 'augmented-source':
      return null;
    default:
      return distributionSign(quantity);
  }
}

/** One output alone needs no index. */
function outputSign(
  name: string,
  index: Index,
  sample: Index | undefined,
  { outputs }: NotationContext,
): Sign {
  const entry = [...sampleOf(sample), ...(outputs > 1 ? [text(index)] : [])];
  return entry.length === 0 ? { name: code(name) } : { name: code(name), entry };
}

function text(index: Index): string {
  return String(index);
}

function sampleOf(sample: Index | undefined): readonly string[] {
  return sample === undefined ? [] : [text(sample)];
}
