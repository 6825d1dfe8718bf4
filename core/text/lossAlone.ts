import { arraysOf, choicesOf } from './assignedNetwork';
import type { ArrayItem, Item } from './items';
import { parseName } from './names';
import type { NetworkParts } from './networkParts';
import { Places } from './places';
import type { NamedChoice, NumberArray } from './reading';
import { reshape } from './shapes';
import type { Source } from './source';

/** What people call what a model gives; PyTorch names it the input of the loss. */
const outputNames = new Set([
  'output',
  'outputs',
  'prediction',
  'predictions',
  'pred',
  'preds',
  'y_pred',
  'y_hat',
  'yhat',
  'ŷ',
  'logits',
]);
const targetNames = new Set(['y_true', 'label', 'labels']);
/** The identity that stands for the model has the square of so many numbers. */
const widest = 1_000;

export function namesOutput(name: string): boolean {
  return outputNames.has(name.normalize('NFC').toLowerCase());
}

function namesTarget(name: string): boolean {
  return targetNames.has(name.toLowerCase()) || parseName(name).role === 'target';
}

/** What a loss by itself is of. */
interface LossTerms {
  /** [width], or [samples, width]. */
  readonly output: NumberArray;
  readonly target: NumberArray;
  readonly loss: NamedChoice;
  readonly reduction: NamedChoice | null;
}

/**
 * A loss of given outputs, as a network of one layer that is the identity: its input is the outputs, so that the
 * gradient by the input is the one by the outputs. Null, with a problem, where there are none or too many.
 */
export function networkOfLoss(source: Source, terms: LossTerms): NetworkParts | null {
  const { target, loss, reduction } = terms;
  const output = terms.output.shape.length === 0 ? reshape(terms.output, [1]) : terms.output;
  const width = output.shape.at(-1) ?? 0;
  const { offset, length } = output.span;
  if (width === 0 || width > widest) {
    if (width === 0) source.report('empty', offset, offset + length, { what: 'array' });
    else
      source.report('too-large', offset, offset + length, {
        what: 'weights',
        size: width ** 2,
        limit: widest ** 2,
      });
    return null;
  }
  return {
    layers: [
      {
        weights: identity(output, width),
        isKernel: false,
        biases: null,
        activation: null,
        span: output.span,
      },
    ],
    input: output,
    target,
    loss,
    reduction,
    learningRate: null,
    matrixText: false,
    choices: [{ rule: 'loss-alone' }],
  };
}

/** The arrays and the loss of `y_pred = …; y_true = …; loss = mse`; null of any other text. */
export function assignedLoss(items: readonly Item[]): LossTerms | null {
  const [loss, ...otherLosses] = choicesOf(items, 'loss');
  if (loss === undefined || otherLosses.length > 0 || arraysOf(items, 'weights').length > 0) return null;
  const arrays = items.filter((item) => item.kind === 'array');
  const [output, ...otherOutputs] = arrays.filter(isNamed(namesOutput));
  const [target, ...otherTargets] = arrays.filter(isNamed(namesTarget));
  if (output === undefined || target === undefined || otherOutputs.length + otherTargets.length > 0)
    return null;
  if (output.array.shape.length > 2) return null;
  const reduction = choicesOf(items, 'reduction')[0]?.item.choice ?? null;
  return { output: output.array, target: target.array, loss: loss.item.choice, reduction };
}

function isNamed(names: (name: string) => boolean): (item: ArrayItem) => boolean {
  return ({ name }) => name !== null && names(name.text);
}

/** Numbers that the text does not have: their places are empty, behind the outputs. */
function identity({ span }: NumberArray, width: number): NumberArray {
  const values = new Float64Array(width * width);
  for (let index = 0; index < width; index++) values[index * (width + 1)] = 1;
  const end = span.offset + span.length;
  const places = new Uint32Array(width * width).fill(end);
  return {
    shape: [width, width],
    values,
    places: Places.of(places, places),
    span: { offset: end, length: 0 },
  };
}
