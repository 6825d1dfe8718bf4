import type { Steps } from '../steps';
import { readWhole } from './exported/members';
import type { JsonMember, JsonObject } from './json';
import { choiceOf, membersByRole, numbersOf, reportType } from './jsonValues';
import type { NetworkParts } from './networkParts';
import { Places } from './places';
import type { NumberArray } from './reading';
import { reshape } from './shapes';
import type { Source } from './source';

/** What people call what a model gives; PyTorch names it the input of the loss. */
const outputNames = new Set([
  'output',
  'outputs',
  'prediction',
  'predictions',
  'pred',
  'y_pred',
  'y_hat',
  'ŷ',
]);
/** The identity that stands for the model has the square of so many numbers. */
const widest = 1_000;

/** Whether an object is of a loss by itself: `{"loss": "mse", "output": [0.5, 1], "target": [1, 0]}`. */
export function isLossDocument({ members }: JsonObject): boolean {
  if (!members.some(({ role }) => role === 'loss')) return false;
  const roles = members.map(({ role }) => role);
  const others = roles.filter((role) => role !== 'loss' && role !== 'target' && role !== 'reduction');
  return (
    roles.includes('target') &&
    others.length === 1 &&
    members.some(isOutput) &&
    members.every(({ role, value }) => role !== 'loss' || value.type !== 'numbers')
  );
}

function isOutput({ key, role }: JsonMember): boolean {
  return role === 'input' || outputNames.has(key.normalize('NFC').toLowerCase());
}

/**
 * A loss of given outputs, as a network of one layer that is the identity: its input is the outputs, so that the
 * gradient by the input is the one by the outputs. Null where a part could not be read.
 */
export function* readJsonLoss(source: Source, { span }: JsonObject): Steps<NetworkParts | null> {
  const object = yield* readWhole(source, span);
  const members = membersByRole(object);
  const given = object.members.find(isOutput);
  const written = numbersOf(source, given);
  const loss = choiceOf(source, members.get('loss'));
  const target = numbersOf(source, members.get('target'));
  if (given === undefined || written === null || loss === null || target === null) return null;
  const output = written.shape.length === 0 ? reshape(written, [1]) : written;
  const width = output.shape.at(-1) ?? 0;
  const { offset, length } = output.span;
  if (output.shape.length > 2) {
    reportType(source, given.value, 'vector');
    return null;
  }
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
    reduction: choiceOf(source, members.get('reduction')),
    learningRate: null,
    matrixText: false,
    choices: [{ rule: 'loss-alone' }],
  };
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
