import { editDistance } from '../network/names';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { readGradient } from './jsonGradient';
import { choiceOf, membersByRole, numbersOf, reportType, tokenOf, wordIn } from './jsonValues';
import { isDocumentKey } from './names';
import type { LayerParts, NetworkParts } from './networkParts';
import type { WordToken } from './reading';
import type { Source } from './source';

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
  'dtype',
] as const;
const layerKeys = ['weights', 'kernel', 'biases', 'activation', 'dialect'] as const;

/** A slip of the pen in a key would change what is computed, and nobody would see it. */
function reportSlips(source: Source, { members }: JsonObject, known: readonly string[]): void {
  for (const { key, keySpan, role } of members) {
    if (role !== null || isDocumentKey(key)) continue;
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
    ...dtypeIn(source, object),
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
export function dialectIn(source: Source, object: JsonObject): Pick<LayerParts, 'dialect'> {
  const dialect = namedIn(source, object, 'dialect');
  return dialect === null ? {} : { dialect };
}

/** In which numbers the network is to be calculated, where the object says so. */
export function dtypeIn(source: Source, object: JsonObject): Pick<NetworkParts, 'dtype'> {
  const dtype = namedIn(source, object, 'dtype');
  return dtype === null ? {} : { dtype };
}

/** A word under a key; null without one. */
function namedIn(source: Source, { members }: JsonObject, name: string): WordToken | null {
  const value = members.find(({ key }) => key === name)?.value;
  if (value === undefined) return null;
  const word = wordIn(source, value);
  if (word === null || value.type !== 'string') {
    reportType(source, value, 'name');
    return null;
  }
  return { word, span: value.span };
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
