import type { Span } from '../../problem';
import type { JsonObject, JsonValue } from '../json';
import type { NamedChoice, NumberToken } from '../reading';
import { memberOf, namedBy, numberOf, objectOf, wordOf } from './members';

/** One Dense layer, with the activation that it names or that follows it as a layer of its own. */
export interface DenseLayer {
  readonly units: number;
  readonly activation: NamedChoice | null;
  readonly hasBiases: boolean;
  readonly span: Span;
}

export interface Architecture {
  readonly layers: readonly DenseLayer[];
  /** Numbers of one sample; null where the configuration does not say. */
  readonly features: number | null;
  readonly dialect: 'keras2' | 'keras3';
  /** The first layer that is none of a multilayer perceptron; then there are no others after it. */
  readonly refused: { readonly name: string; readonly span: Span } | null;
}

/** Layers that pass on what comes in when nothing is trained. */
const passing = [
  'InputLayer',
  'Dropout',
  'GaussianDropout',
  'AlphaDropout',
  'GaussianNoise',
  'ActivityRegularization',
  'Flatten',
];

/** The layers of a configuration of Keras or TensorFlow.js, however deep in it they stand; null where there are none. */
export function architectureOf(root: JsonObject): Architecture | null {
  const list = layersIn(root);
  if (list === null) return null;
  const layers: DenseLayer[] = [];
  let features: number | null = null;
  for (const item of list) {
    const layer = objectOf(item);
    const name = memberOf(layer, 'class_name');
    const config = objectOf(memberOf(layer, 'config'));
    const kind = wordOf(name) ?? '';
    features ??= featuresOf(layer, config);
    if (passing.includes(kind) || name === null) continue;
    const last = layers.at(-1);
    const activation = activationLayer(kind, name, config);
    const units = numberOf(memberOf(config, 'units'));
    if (kind === 'Dense' && units !== null && layer !== null) {
      const hasBiases = !isFalse(memberOf(config, 'use_bias'));
      const own = namedActivation(memberOf(config, 'activation'));
      layers.push({ units: units.value, activation: own, hasBiases, span: layer.span });
    } else if (activation !== null && last !== undefined && isLinear(last.activation)) {
      layers[layers.length - 1] = { ...last, activation };
    } else {
      return { layers, features, dialect: dialectOf(root), refused: { name: kind, span: name.span } };
    }
  }
  return { layers, features, dialect: dialectOf(root), refused: null };
}

function layersIn(object: JsonObject): readonly JsonValue[] | null {
  const layers = memberOf(object, 'layers');
  if (layers?.type === 'list') return layers.items;
  const config = memberOf(object, 'config');
  if (config?.type === 'list') return config.items;
  for (const inner of [config, memberOf(object, 'modelTopology'), memberOf(object, 'model_config')]) {
    const found = inner?.type === 'object' ? layersIn(inner) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The last size of the first shape that is given: `[null, 3]`. */
function featuresOf(layer: JsonObject | null, config: JsonObject | null): number | null {
  const build = objectOf(memberOf(layer, 'build_config'));
  const places = [
    memberOf(config, 'batch_shape'),
    memberOf(config, 'batch_input_shape'),
    memberOf(build, 'input_shape'),
  ];
  const shape = places.find((place) => place?.type === 'numbers');
  return shape?.type === 'numbers' ? (shape.array.values.at(-1) ?? null) : null;
}

function namedActivation(value: JsonValue | null): NamedChoice | null {
  const object = objectOf(value);
  if (object === null) return namedBy(value);
  const config = memberOf(object, 'config');
  const name = memberOf(object, 'class_name');
  return (
    namedBy(config) ?? (name === null ? null : activationLayer(wordOf(name) ?? '', name, objectOf(config)))
  );
}

/** A layer that is nothing but an activation, with its parameters. */
function activationLayer(kind: string, name: JsonValue, config: JsonObject | null): NamedChoice | null {
  const number = (key: string) => numberOf(memberOf(config, key));
  const named = (
    activation: string,
    parameters: Readonly<Record<string, NumberToken>> = {},
  ): NamedChoice => ({
    name: activation,
    parameters,
    span: name.span,
  });
  switch (kind) {
    case 'Activation':
      return namedActivation(memberOf(config, 'activation'));
    case 'ReLU': {
      const isShifted = [number('negative_slope'), number('threshold')].some(
        (token) => (token?.value ?? 0) !== 0,
      );
      const most = number('max_value')?.value;
      if (isShifted || (most !== undefined && most !== 6)) return null;
      return named(most === 6 ? 'relu6' : 'relu');
    }
    case 'LeakyReLU': {
      const slope = number('negative_slope') ?? number('alpha');
      return named('LeakyReLU', slope === null ? {} : { negative_slope: slope });
    }
    case 'ELU': {
      const alpha = number('alpha');
      return named('elu', alpha === null ? {} : { alpha });
    }
    case 'Softmax':
      return named('softmax');
    default:
      return null;
  }
}

function isLinear(activation: NamedChoice | null): boolean {
  return activation === null || activation.name === 'linear';
}

function isFalse(value: JsonValue | null): boolean {
  return value?.type === 'other' && value.span.length === 5;
}

function dialectOf(root: JsonObject): 'keras2' | 'keras3' {
  const version =
    wordOf(memberOf(root, 'keras_version')) ??
    wordOf(memberOf(objectOf(memberOf(root, 'modelTopology')), 'keras_version'));
  return version !== null && /^(?:2|tfjs)/.test(version) ? 'keras2' : 'keras3';
}
