import type {
  DistributionReading,
  LayerReading,
  NamedChoice,
  NetworkReading,
  NumberArray,
} from '../../../core/text/reading';

type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Writes numbers one after another and remembers where each stands. */
class Writer {
  text = '';

  write(value: Json): NumberArray {
    const shape: number[] = [];
    for (let level = value; Array.isArray(level); level = level[0]) shape.push(level.length);
    const tokens = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
    const offset = this.text.length;
    const starts: number[] = [];
    const ends: number[] = [];
    for (const token of tokens) {
      starts.push(this.text.length);
      this.text += String(token);
      ends.push(this.text.length);
      this.text += ' ';
    }
    return {
      shape,
      values: Float64Array.from(tokens, (token) => numberOf(String(token))),
      starts: Uint32Array.from(starts),
      ends: Uint32Array.from(ends),
      span: { offset, length: this.text.length - offset },
    };
  }

  name(value: Json): NamedChoice {
    const { name, ...rest } = typeof value === 'string' ? { name: value } : (value as JsonObject);
    const span = { offset: this.text.length, length: String(name).length };
    this.text += `${name} `;
    const parameters = Object.entries(rest).map(([key, parameter]) => {
      const array = this.write(parameter);
      return [key, { value: array.values[0], span: array.span }];
    });
    return { name: String(name), parameters: Object.fromEntries(parameters), span };
  }
}

function numberOf(token: string): number {
  const [numerator, denominator] = token.split('/').map(Number);
  return denominator === undefined ? numerator : numerator / denominator;
}

/** A network's reading from a JSON document, with places in a text of its own. */
export function networkReading(document: object): NetworkReading {
  const json = document as JsonObject;
  const writer = new Writer();
  const layers = (json.layers as readonly JsonObject[]).map((layer): LayerReading => {
    const weights = writer.write(layer.weights);
    const biases = layer.biases === undefined ? null : writer.write(layer.biases);
    const activation = layer.activation === undefined ? null : writer.name(layer.activation);
    return { weights, biases, written: 'weights', activation, span: weights.span };
  });
  const optional = <Value>(key: string, read: (value: Json) => Value) =>
    json[key] === undefined ? null : read(json[key]);
  const input = optional('input', (value) => writer.write(value));
  const target = optional('target', (value) => writer.write(value));
  const loss = optional('loss', (value) => writer.name(value));
  const reduction = optional('reduction', (value) => writer.name(value));
  const { text } = writer;
  return {
    kind: 'network',
    notation: 'nabla-json',
    text,
    span: { offset: 0, length: text.length },
    choices: [],
    problems: [],
    layers,
    input,
    target,
    loss,
    reduction,
    learningRate: null,
  };
}

/** A reading of P, and of Q where there is one. */
export function distributionReading(document: {
  readonly p: readonly (number | string)[];
  readonly q?: readonly (number | string)[];
  readonly base?: number;
}): DistributionReading {
  const writer = new Writer();
  const p = { label: 'P', numbers: writer.write(document.p) };
  const q = document.q === undefined ? null : { label: 'Q', numbers: writer.write(document.q) };
  const { text } = writer;
  return {
    kind: 'distribution',
    notation: 'nabla-json',
    text,
    span: { offset: 0, length: text.length },
    choices: [],
    problems: [],
    p,
    q,
    base: document.base ?? Math.E,
  };
}
