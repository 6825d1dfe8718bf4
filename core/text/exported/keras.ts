import type { Steps } from '../../steps';
import type { JsonObject, JsonValue } from '../json';
import { choiceOf, membersByRole } from '../jsonValues';
import type { LayerParts, NetworkParts } from '../networkParts';
import { Places } from '../places';
import type { NumberArray } from '../reading';
import { unite } from '../shapes';
import type { Source } from '../source';
import { type Architecture, architectureOf, type DenseLayer } from './kerasArchitecture';
import { itemsOf, memberOf, namesIn, readWhole } from './members';
import { surroundingsOf } from './surroundings';

/** Weights of an architecture that is drawn without them. */
const mostWeights = 1_000_000;

/**
 * A configuration of Keras (`to_json()`, `get_config()`, TensorFlow.js's `model.json`), with the list of
 * `get_weights()` under `weights` where there is one, or that list alone. Without weights the
 * architecture can be drawn, and nothing more.
 */
export function isKeras(object: JsonObject): boolean {
  if (memberOf(object, 'weights')?.type === 'list') return true;
  if (memberOf(object, 'layers') !== null) return false;
  const isConfigured = memberOf(object, 'config') !== null && memberOf(object, 'class_name') !== null;
  return isConfigured || memberOf(object, 'modelTopology') !== null;
}

export function* readKeras(source: Source, object: JsonObject): Steps<NetworkParts | null> {
  const given = memberOf(object, 'weights');
  const arrays = itemsOf(given).flatMap((item) => (item.type === 'numbers' ? [item.array] : []));
  const architecture = architectureOf(yield* readWhole(source, object.span));
  if (architecture === null || architecture.layers.length === 0) {
    const biases = memberOf(object, 'biases');
    if (biases?.type === 'list') return matricesBeside(source, object, arrays, biases);
    const layers = named(source, object, kernelsAlone(arrays));
    if (layers.length > 0) return { ...surroundingsOf(source, object), layers, choices: said };
  }
  if (architecture === null) return null;
  if (architecture.refused !== null) {
    const { offset, length } = architecture.refused.span;
    source.reportSyntax('unexpected-type', offset, offset + length, 'Dense');
    return null;
  }
  const dialect = { word: architecture.dialect, span: object.span };
  const layers =
    given === null ? outline(source, object, architecture) : filled(source, architecture, arrays, given);
  if (layers === null || layers.length === 0) return null;
  const beside = surroundingsOf(source, object);
  return {
    ...beside,
    input: given === null ? null : beside.input,
    layers: layers.map((layer) => (layer.activation === null ? layer : { ...layer, dialect })),
    choices: given === null ? [] : said,
  };
}

const said = [{ rule: 'exported', by: 'Keras' }] as const;

/** Each kernel with the vector after it. */
function kernelsAlone(arrays: readonly NumberArray[]): readonly LayerParts[] {
  return arrays.flatMap((weights, index): readonly LayerParts[] => {
    if (weights.shape.length !== 2) return [];
    const next = arrays[index + 1];
    return [layerOf(weights, next?.shape.length === 1 ? next : null, null)];
  });
}

/** With the activations that stand beside the arrays: `"activation"` for all layers, or `"activations"`, one each. */
function named(source: Source, object: JsonObject, layers: readonly LayerParts[]): readonly LayerParts[] {
  const all = choiceOf(source, membersByRole(object).get('activation'));
  const each = namesIn(source, memberOf(object, 'activations'));
  return layers.map((layer, index) => ({ ...layer, activation: each[index] ?? all }));
}

/** `{"weights": [W1, W2], "biases": [b1, b2]}`, whichever way round: the shapes decide. */
function matricesBeside(
  source: Source,
  object: JsonObject,
  matrices: readonly NumberArray[],
  { span, ...list }: JsonValue,
): NetworkParts | null {
  const items = list.type === 'list' ? list.items : [];
  const biases = items.flatMap((item) => (item.type === 'numbers' ? [item.array] : []));
  if (biases.length !== matrices.length || biases.length === 0) {
    const data = { what: 'biases', length: biases.length, expected: matrices.length } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  const layers = matrices.map((weights, index) => ({
    ...layerOf(weights, biases[index], null),
    isKernel: false,
  }));
  const all = named(source, object, layers);
  return { ...surroundingsOf(source, object), layers: all, matrixText: true, choices: [] };
}

function layerOf(
  weights: NumberArray,
  biases: NumberArray | null,
  activation: LayerParts['activation'],
): LayerParts {
  const span = biases === null ? weights.span : unite(weights.span, biases.span);
  return { weights, isKernel: true, biases, activation, span };
}

/** The layers with the arrays of `get_weights()`: for each a kernel and, unless it has none, a bias. */
function filled(
  source: Source,
  { layers }: Architecture,
  arrays: readonly NumberArray[],
  { span }: JsonValue,
): readonly LayerParts[] | null {
  const wanted = layers.reduce((sum, { hasBiases }) => sum + (hasBiases ? 2 : 1), 0);
  if (arrays.length !== wanted) {
    const data = { what: 'weights', length: arrays.length, expected: wanted } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  let next = 0;
  return layers.map(({ hasBiases, activation }) => {
    const weights = arrays[next++];
    return layerOf(weights, hasBiases ? arrays[next++] : null, activation);
  });
}

/** Shapes without numbers: each is NaN, at an empty place. */
function outline(
  source: Source,
  { span }: JsonObject,
  { layers, features }: Architecture,
): readonly LayerParts[] | null {
  const end = span.offset + span.length;
  if (features === null) {
    source.reportSyntax('missing-value', span.offset, end, 'input shape');
    return null;
  }
  const sizes = layers.map(({ units }, index) => units * (layers[index - 1]?.units ?? features));
  const size = sizes.reduce((sum, count) => sum + count, 0);
  if (!(size <= mostWeights)) {
    source.report('too-large', span.offset, end, { what: 'weights', size, limit: mostWeights });
    return null;
  }
  source.report('no-weights', span.offset, Math.min(end, span.offset + 1), {});
  return layers.map(({ units, hasBiases, activation, span: own }: DenseLayer, index): LayerParts => {
    const fanIn = layers[index - 1]?.units ?? features;
    return {
      weights: unknown([units, fanIn], own.offset),
      isKernel: false,
      biases: hasBiases ? unknown([units], own.offset) : null,
      activation,
      span: own,
    };
  });
}

function unknown(shape: readonly number[], place: number): NumberArray {
  const count = shape.reduce((product, size) => product * size, 1);
  return {
    shape,
    values: new Float64Array(count).fill(Number.NaN),
    places: Places.of(new Uint32Array(count).fill(place), new Uint32Array(count).fill(place)),
    span: { offset: place, length: 0 },
  };
}
