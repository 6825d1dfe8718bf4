import type { Steps } from '../../steps';
import type { JsonObject, JsonValue } from '../json';
import { JsonReader } from '../jsonReader';
import { membersByRole, numbersOf } from '../jsonValues';
import type { LayerParts, NetworkParts } from '../networkParts';
import type { NamedChoice, NumberArray } from '../reading';
import { joinScalars, reshape } from '../shapes';
import type { Source } from '../source';
import { itemsOf, memberOf, namedBy, numberOf, objectOf, readWhole } from './members';
import { surroundingsOf } from './surroundings';

/**
 * What `NeuralNetwork.toJSON()` of brain.js gives: `sizes`, and `layers` with the input as an empty
 * first one. From version 2 on a layer has `weights` (destination × source) and `biases`; before, an
 * object of neurons, each with a `bias` and an object of `weights`. One activation serves all layers,
 * the logistic function unless `trainOpts` or `options` name another.
 */
export function isBrainJs(object: JsonObject): boolean {
  const layers = memberOf(object, 'layers');
  return memberOf(object, 'sizes') !== null && layers?.type === 'list';
}

export function* readBrainJs(source: Source, object: JsonObject): Steps<NetworkParts | null> {
  const activation = yield* activationOf(source, object);
  const layers: LayerParts[] = [];
  for (const value of itemsOf(memberOf(object, 'layers')).slice(1)) {
    const layer = objectOf(value);
    if (layer === null) return null;
    const members = membersByRole(layer);
    const matrix = members.has('weights')
      ? {
          weights: numbersOf(source, members.get('weights')),
          biases: numbersOf(source, members.get('biases')),
        }
      : yield* neuronsOf(source, layer);
    if (matrix?.weights == null) return null;
    layers.push({
      weights: matrix.weights,
      biases: matrix.biases,
      isKernel: false,
      activation,
      span: layer.span,
    });
  }
  if (layers.length === 0) return null;
  return { ...surroundingsOf(source, object), layers, choices: [{ rule: 'exported', by: 'brain.js' }] };
}

function* activationOf(source: Source, object: JsonObject): Steps<NamedChoice | null> {
  const places: JsonObject[] = [];
  for (const key of ['trainOpts', 'options']) {
    const value = memberOf(object, key);
    if (value !== null && source.text.charAt(value.span.offset) === '{') {
      places.push(yield* readWhole(source, value.span));
    }
  }
  for (const place of [...places, object]) {
    const slope = numberOf(memberOf(place, 'leakyReluAlpha'));
    const name = memberOf(place, 'activation');
    const isLeaky = name?.type === 'string' && name.value.startsWith('leaky');
    const found = namedBy(name, isLeaky ? { negative_slope: slope } : {});
    if (found !== null) return found;
  }
  return { name: 'sigmoid', parameters: {}, span: object.span };
}

interface Neurons {
  readonly weights: NumberArray;
  readonly biases: NumberArray;
}

/** `{"0": {"bias": 0.1, "weights": {"0": 0.1, "1": 0.2}}, …}`, in the order in which they stand. */
function* neuronsOf(source: Source, { span }: JsonObject): Steps<Neurons | null> {
  const reader = new JsonReader(source, span.offset + span.length);
  const layer = yield* reader.readObject(span.offset, 1, true);
  const biases: NumberArray[] = [];
  const weights: NumberArray[] = [];
  let fanIn = 0;
  for (const { value } of layer.members) {
    const neuron = objectOf(value);
    const row = objectOf(memberOf(neuron, 'weights'))?.members.map((member) => scalarOf(member.value)) ?? [];
    const bias = scalarOf(memberOf(neuron, 'bias'));
    if (bias === null || row.length === 0) return null;
    biases.push(bias);
    for (const weight of row) {
      if (weight === null) return null;
      weights.push(weight);
    }
    fanIn = row.length;
  }
  if (weights.length === 0 || weights.length !== fanIn * biases.length) return null;
  return { weights: reshape(joinScalars(weights), [biases.length, fanIn]), biases: joinScalars(biases) };
}

function scalarOf(value: JsonValue | null): NumberArray | null {
  return value?.type === 'numbers' && value.array.values.length === 1 ? value.array : null;
}
