import { type Dtype, dtypes, singleOf } from '../../numeric/dtype';
import { createProblem, type Problem } from '../../problem';
import type { LayerReading, NamedChoice, NetworkReading, NumberArray, WordToken } from '../../text/reading';
import { findActivation } from '../activations';

/** In which numbers a text wants to be calculated, or the problem that there are none of this name. */
export function resolveDtype(token: WordToken | undefined): {
  readonly dtype: Dtype | null;
  readonly problems: readonly Problem[];
} {
  if (token === undefined) return { dtype: 'float64', problems: [] };
  const dtype = dtypes.find((known) => known === token.word) ?? null;
  if (dtype !== null) return { dtype, problems: [] };
  const domain = dtypes.join(', ');
  const data = { owner: 'network', parameter: 'dtype', value: token.word, domain, isOneOf: true } as const;
  return { dtype, problems: [createProblem('parameter-domain', token.span, data)] };
}

/**
 * The same text with every number rounded to float32: weights, biases, inputs, targets, lists of parameters, and what
 * activations learn. Other parameters of activations and losses are part of the formula and stay as they are written.
 * Numbers that float32 has not, too large or too small, are problems at their places.
 */
export function singleReading(reading: NetworkReading): {
  readonly reading: NetworkReading;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const array = (numbers: NumberArray): NumberArray => {
    const values = singleOf(numbers.values);
    const lost = numbers.values.findIndex((value, i) => isLost(value, values[i]));
    if (lost >= 0) {
      const { [lost]: value } = numbers.values;
      const data = { value, becomes: values[lost] };
      problems.push(createProblem('beyond-float32', numbers.places.spanOf(lost), data));
    }
    return { ...numbers, values };
  };
  const maybe = (numbers: NumberArray | null) => (numbers === null ? null : array(numbers));
  const layers = reading.layers.map((layer) => ({
    ...layer,
    weights: array(layer.weights),
    biases: maybe(layer.biases),
    activation: choiceOf(layer.activation, array, isLearnt(layer)),
  }));
  const rounded = {
    ...reading,
    layers,
    input: maybe(reading.input),
    target: maybe(reading.target),
    loss: choiceOf(reading.loss, array, false),
  };
  return { reading: rounded, problems: [...problems, ...withoutProducts(reading)] };
}

/** Finite, and no more; or not 0, and no more. */
function isLost(value: number, single: number): boolean {
  return Number.isFinite(value) && (!Number.isFinite(single) || (single === 0 && value !== 0));
}

function isLearnt({ activation }: LayerReading): boolean {
  const found = activation === null ? null : findActivation(activation.name).found;
  return found?.elementwise === true && found.learnt !== undefined;
}

function choiceOf(
  choice: NamedChoice | null,
  array: (numbers: NumberArray) => NumberArray,
  isTensor: boolean,
): NamedChoice | null {
  if (choice === null) return null;
  const { parameters, arrays } = choice;
  return {
    ...choice,
    ...(isTensor
      ? { parameters: mapped(parameters, (token) => ({ ...token, value: Math.fround(token.value) })) }
      : {}),
    ...(arrays === undefined ? {} : { arrays: mapped(arrays, array) }),
  };
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** Products with Jacobians are of doubles: beside float32 they are refused. */
function withoutProducts({ direction, covector }: NetworkReading): readonly Problem[] {
  const refuse = (what: 'direction' | 'covector', { span }: { readonly span: Problem['span'] }) =>
    createProblem('not-in-float32', span, { what });
  return [
    ...(direction === undefined ? [] : [refuse('direction', direction)]),
    ...(covector === undefined ? [] : [refuse('covector', covector)]),
  ];
}
