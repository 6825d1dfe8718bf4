import { editDistance } from '../network/names';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { readGradient } from './jsonGradient';
import { isDocumentKey, parseName, type Role } from './names';
import type { LayerParts, NetworkParts } from './networkParts';
import type { NamedChoice, NumberArray, NumberToken, WordToken } from './reading';
import type { Source } from './source';

/** The members of an object by what their keys stand for; a number after a name is not looked at. */
export function membersByRole(object: JsonObject): ReadonlyMap<Role, JsonMember> {
  const found = new Map<Role, JsonMember>();
  for (const member of object.members) {
    const { role, index, module } = parseName(member.key);
    if (role !== null && index === null && module === undefined && !isNull(member.value))
      found.set(role, member);
  }
  return found;

  function isNull(value: JsonValue): boolean {
    return value.type === 'other' && value.span.length === 4;
  }
}

const networkKeys = [
  'layers',
  'input',
  'target',
  'loss',
  'reduction',
  'learningRate',
  'optimizer',
  'gradient',
  'direction',
  'covector',
  'dialect',
] as const;
const layerKeys = ['weights', 'kernel', 'biases', 'activation', 'dialect'] as const;

/** A slip of the pen in a key would change what is computed, and nobody would see it. */
function reportSlips(source: Source, { members }: JsonObject, known: readonly string[]): void {
  for (const { key, keySpan } of members) {
    if (parseName(key).role !== null || isDocumentKey(key)) continue;
    const suggestion = known.find((name) => isSlipOf(key.toLowerCase(), name.toLowerCase()));
    if (suggestion === undefined) continue;
    const { offset, length } = keySpan;
    source.report('unknown-key', offset, offset + length, { name: key, suggestion });
  }
}

/** Two slips at most, one in a short word. */
function isSlipOf(key: string, name: string): boolean {
  return editDistance(key, name) <= (name.length <= 5 ? 1 : 2);
}

/** A network in the design's JSON, `{"layers": […], …}`; null where its parts could not be read. */
export function readJsonNetwork(source: Source, object: JsonObject): NetworkParts | null {
  const members = membersByRole(object);
  const layers = readLayers(source, members.get('layers'));
  reportSlips(source, object, networkKeys);
  if (layers === null) return null;
  return {
    layers,
    input: numbersOf(source, members.get('input')),
    target: numbersOf(source, members.get('target')),
    loss: choiceOf(source, members.get('loss')),
    reduction: choiceOf(source, members.get('reduction')),
    learningRate: tokenOf(source, members.get('learningRate')),
    ...optimizerIn(source, members.get('optimizer')),
    ...gradientIn(source, object),
    ...vectorsIn(source, object),
    ...dialectIn(source, object),
    matrixText: false,
    choices: [],
  };
}

export function optimizerIn(source: Source, member: JsonMember | undefined): Pick<NetworkParts, 'optimizer'> {
  const optimizer = choiceOf(source, member);
  return optimizer === null ? {} : { optimizer };
}

export function gradientIn(source: Source, { members }: JsonObject): Pick<NetworkParts, 'gradient'> {
  const gradient = readGradient(
    source,
    members.find(({ key }) => key === 'gradient'),
  );
  return gradient === null ? {} : { gradient };
}

/** What Jacobians are to be multiplied with: v in the shape of a gradient, u in that of the output. */
function vectorsIn(source: Source, { members }: JsonObject): Pick<NetworkParts, 'direction' | 'covector'> {
  const find = (name: string) => members.find(({ key }) => key === name);
  const direction = readGradient(source, find('direction'));
  const covector = numbersOf(source, find('covector'));
  return { ...(direction === null ? {} : { direction }), ...(covector === null ? {} : { covector }) };
}

/** Whose names the activations have, where the object says so. */
export function dialectIn(source: Source, { members }: JsonObject): Pick<LayerParts, 'dialect'> {
  const value = members.find(({ key }) => key === 'dialect')?.value;
  if (value === undefined) return {};
  const word = wordIn(source, value);
  if (word === null || value.type !== 'string') {
    reportType(source, value, 'name');
    return {};
  }
  return { dialect: { word, span: value.span } };
}

function readLayers(source: Source, member: JsonMember | undefined): readonly LayerParts[] | null {
  if (member === undefined) return null;
  const { value } = member;
  const { offset, length } = value.span;
  const isEmpty = value.type === 'numbers' && value.array.values.length === 0 && value.array.shape.length > 0;
  if (isEmpty || (value.type === 'list' && value.items.length === 0)) {
    source.report('empty', offset, offset + length, { what: 'layers' });
    return null;
  }
  const items = value.type === 'list' ? value.items : value.type === 'object' ? [value] : null;
  if (items === null) {
    reportType(source, value, 'layers');
    return null;
  }
  const layers = items.map((item) => readLayer(source, item));
  return layers.every((layer) => layer !== null) ? layers : null;
}

function readLayer(source: Source, value: JsonValue): LayerParts | null {
  if (value.type !== 'object') {
    reportType(source, value, 'layer');
    return null;
  }
  const members = membersByRole(value);
  reportSlips(source, value, layerKeys);
  const weights = members.get('weights') ?? members.get('kernel');
  if (weights === undefined) {
    const { offset } = value.span;
    source.reportSyntax('missing-value', offset, offset + value.span.length, 'weights');
    return null;
  }
  const numbers = numbersOf(source, weights);
  return numbers === null
    ? null
    : {
        weights: numbers,
        isKernel: !members.has('weights'),
        biases: numbersOf(source, members.get('biases')),
        activation: choiceOf(source, members.get('activation')),
        ...dialectIn(source, value),
        span: value.span,
      };
}

/** The numbers of a member: an array, a number, or a string that holds one. Anything else is reported. */
export function numbersOf(source: Source, member: JsonMember | undefined): NumberArray | null {
  if (member === undefined) return null;
  const { value } = member;
  if (value.type === 'numbers') return value.array;
  if (value.type === 'string') {
    const number = numberInString(source, value);
    if (number !== null) return number;
  }
  reportType(source, value, 'numbers');
  return null;
}

function numberInString(source: Source, value: JsonValue): NumberArray | null {
  const first = value.span.offset + 1;
  const last = value.span.offset + value.span.length - 1;
  const outcome = first < last ? source.scanner.scan(source.text, first, last) : 'none';
  if (outcome === 'none' || source.scanner.end !== last) return null;
  const number = outcome === 'number' ? source.scanner.value : Number.NaN;
  if (outcome === 'zero-denominator') source.reportSyntax(outcome, first, last);
  else if (!Number.isFinite(number)) source.noteNotFinite(number, first, last);
  source.store.push(number, first, last);
  return source.store.take([], value.span);
}

/** A name, or an object with a name and its parameters: numbers, words, true and false, lists of numbers. */
export function choiceOf(source: Source, member: JsonMember | undefined): NamedChoice | null {
  if (member === undefined) return null;
  const { value } = member;
  if (value.type === 'string') return { name: value.value, parameters: {}, span: value.span };
  if (value.type !== 'object') {
    reportType(source, value, 'name');
    return null;
  }
  let name: string | null = null;
  const parameters: Record<string, NumberToken> = {};
  const words: Record<string, WordToken> = {};
  const arrays: Record<string, NumberArray> = {};
  for (const { key, keySpan, value: given } of value.members) {
    const { span } = given;
    if (key === 'name' && given.type === 'string') {
      name = given.value;
      continue;
    }
    const word = wordIn(source, given);
    if (word === 'null') continue;
    if (word !== null) words[key] = { word, span };
    else if (given.type === 'numbers' && given.array.shape.length > 0) arrays[key] = given.array;
    else {
      const token = tokenOf(source, { key, keySpan, value: given });
      if (token !== null) parameters[key] = token;
    }
  }
  if (name === null) {
    const { offset, length } = value.span;
    source.reportSyntax('missing-value', offset, offset + length, 'name');
    return null;
  }
  return {
    name,
    parameters,
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(Object.keys(arrays).length === 0 ? {} : { arrays }),
    span: value.span,
  };
}

/** A string that is no number, or `true`, `false` and `null`, which the reader leaves as they stand. */
function wordIn(source: Source, value: JsonValue): string | null {
  if (value.type === 'string') {
    return /^\s*[-+−]?(?:\.?\d|NaN|Infinity)/.test(value.value) ? null : value.value;
  }
  const { offset, length } = value.span;
  const text = source.text.slice(offset, offset + length);
  return value.type === 'other' && /^(?:true|false|null)$/.test(text) ? text : null;
}

/** One number with its place. */
export function tokenOf(source: Source, member: JsonMember | undefined): NumberToken | null {
  const numbers = numbersOf(source, member);
  if (numbers === null || member === undefined) return null;
  if (numbers.values.length !== 1) {
    reportType(source, member.value, 'number');
    return null;
  }
  return tokenIn(numbers);
}

export function tokenIn({ values, starts, ends }: NumberArray): NumberToken {
  return { value: values[0], span: { offset: starts[0], length: ends[0] - starts[0] } };
}

export function reportType(source: Source, { span }: JsonValue, expected: string): void {
  source.reportSyntax('unexpected-type', span.offset, span.offset + span.length, expected);
}
