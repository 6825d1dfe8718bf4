import type { Name, Sign } from '../box';
import type { Index, Quantity } from '../quantity';
import { common, distributionSign, fromOne, italic, type NotationContext, sampleMark } from './notation';

type SignOf = (quantity: Quantity, context: NotationContext) => Sign | null;

/** What all notations written by hand share: ℒ, η, the iterates of what `sign` names, distributions. */
export function writtenSign(quantity: Quantity, context: NotationContext, sign: SignOf): Sign | null {
  switch (quantity.kind) {
    case 'loss':
      return { name: common.loss };
    case 'learning-rate':
      return { name: common.learningRate };
    case 'iterate': {
      const inner = sign(quantity.of, context);
      const mark = quantity.step === 0 ? '(t)' : '(t+1)';
      return inner === null ? null : { ...inner, above: [...(inner.above ?? []), mark] };
    }
    case 'augmented-weights':
    case 'augmented-source':
    case 'derivative':
      return null;
    default:
      return distributionSign(quantity);
  }
}

/** With that, what notations share whose numbers are letters with indices: x, ŷ and y, of a batch X, Ŷ and Y. */
export function indexedSign(quantity: Quantity, context: NotationContext, sign: SignOf): Sign | null {
  const { isBatch, outputs } = context;
  switch (quantity.kind) {
    case 'input':
      return { name: italic('x'), below: [fromOne(quantity.neuron)], above: sampleMark(quantity.sample) };
    case 'prediction':
      return output(common.prediction, quantity.neuron, outputs, quantity.sample);
    case 'target':
      return output(common.target, quantity.index, outputs, quantity.sample);
    case 'inputs':
      return { name: italic(isBatch ? 'X' : 'x') };
    case 'predictions':
      return { name: isBatch ? { latex: '\\hat{Y}', plain: 'Ŷ', style: 'italic' } : common.prediction };
    case 'targets':
      return { name: italic(isBatch ? 'Y' : 'y') };
    default:
      return writtenSign(quantity, context, sign);
  }
}

function output(name: Name, index: Index, outputs: number, sample: Index | undefined): Sign {
  return { name, below: outputs > 1 ? [fromOne(index)] : [], above: sampleMark(sample) };
}
