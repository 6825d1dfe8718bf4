import { type CommonDenominator, toCommonDenominator } from '../../exact/commonDenominator';
import { parseRational } from '../../exact/parseRational';
import { add, type Rational, rational, zero } from '../../exact/rational';
import { bitLength } from '../../exact/toNumber';
import type { Steps } from '../../steps';
import type { NamedChoice, NetworkReading, NumberArray } from '../../text/reading';
import { writtenNumber } from '../../text/written';
import type { Parameters } from '../activations/activation';
import type { Network } from '../network';
import { type ActivatedRow, type ExactActivation, exactActivation } from './exactActivation';
import { exactLoss, isExactLoss } from './exactLoss';
import type { ExactSample } from './exactMargins';

type Row = readonly Rational[];
type Rows = readonly Row[];

/** Where exact arithmetic ends: at a number, an activation or a loss that is not rational, or at its cost. */
export type ExactBarrier =
  | { readonly step: 'number'; readonly text: string }
  | { readonly step: 'activation'; readonly layer: number; readonly name: string }
  | { readonly step: 'loss'; readonly name: string }
  | { readonly step: 'size' };

export interface ExactGradients {
  /** Destination × source, one a layer. */
  readonly weights: readonly Rows[];
  readonly biases: readonly (Row | null)[];
  /** Samples × features. */
  readonly input: Rows;
}

/** The study in rationals, as far as it goes. Rows are samples. */
export interface ExactNetwork {
  readonly output: Rows | null;
  readonly loss: Rational | null;
  readonly gradients: ExactGradients | null;
  /** Null where nothing stood in the way. */
  readonly barrier: ExactBarrier | null;
  /** True where a pre-activation or an output is exactly at a kink: the derivative is a choice there. */
  readonly isAtKink: boolean;
}

/** Multiply-adds of the forward pass that exact arithmetic is tried for. */
const mostWork = 2_000;

/** Binary digits of a denominator beyond which nobody reads it. */
const mostBits = 512;

/** Fractions of that many digits that take about 2 ms together. */
const mostAtOnce = 50;

interface ExactLayer {
  readonly rows: readonly CommonDenominator[];
  readonly weights: Rows;
  readonly biases: Row | null;
  readonly activation: ExactActivation;
}

interface ExactPass {
  readonly output: Rows;
  /** One a sample. */
  readonly activated: readonly ActivatedRow[];
}

/** Ends the attempt; caught in `exactNetworkSteps` alone. */
class Barrier extends Error {
  constructor(readonly barrier: ExactBarrier) {
    super(barrier.step);
  }
}

/**
 * Output, loss and gradients as fractions of the numbers as they are written: 0.1 is 1/10. It uses the
 * text, the names and the definitions in this folder, and nothing of the code that computes in doubles.
 * Learnt parameters of activations have no exact gradient.
 */
export function* exactNetworkSteps(reading: NetworkReading, network: Network): Steps<ExactNetwork> {
  const nothing = { output: null, loss: null, gradients: null, isAtKink: false };
  let reached: Omit<ExactNetwork, 'barrier'> = nothing;
  try {
    if (reading.input === null || workOf(network, reading.input) > mostWork)
      throw new Barrier({ step: 'size' });
    const input = yield* rowSteps(reading, reading.input, network.layers[0].weights.columns);
    const layers: ExactLayer[] = [];
    for (const index of network.layers.keys()) layers.push(yield* layerSteps(reading, network, index));
    const passes: ExactPass[] = [];
    let isAtKink = false;
    let source = input;
    for (const layer of layers) {
      const pass = yield* forwardSteps(layer, source);
      limit(pass.output);
      passes.push(pass);
      isAtKink ||= pass.isAtKink;
      source = pass.output;
    }
    reached = { ...nothing, output: source, isAtKink };
    const { loss: definition, reduction, lists } = network.loss;
    if (reading.target === null) return { ...reached, barrier: null };
    const target = yield* targetSteps(reading, reading.target, source, definition.takesClasses);
    if (!isExactLoss(definition.name) || Object.keys(lists).length > 0) {
      throw new Barrier({ step: 'loss', name: definition.name });
    }
    // A target that does not fit the output is a problem of its own.
    if (target === null) return { ...reached, barrier: null };
    const parameters = exactParameters(reading, network.loss.parameters, reading.loss);
    const loss = exactLoss(definition.name, reduction, parameters, source, target);
    reached = { ...reached, loss: loss.value, isAtKink: isAtKink || loss.isAtKink };
    const gradients = yield* backwardSteps(layers, passes, input, loss.gradient);
    return { ...reached, gradients, barrier: null };
  } catch (error) {
    if (error instanceof Barrier) return { ...reached, barrier: error.barrier };
    throw error;
  }
}

function workOf({ layers }: Network, input: NumberArray): number {
  const samples = input.shape.length === 2 ? input.shape[0] : 1;
  return samples * layers.reduce((sum, { weights }) => sum + weights.values.length, 0);
}

/** `map` of every item, with a pause after every few of them. */
function* mapSteps<Item, Value>(
  items: readonly Item[],
  map: (item: Item, index: number) => Value,
): Steps<readonly Value[]> {
  const values: Value[] = [];
  for (const [index, item] of items.entries()) {
    if (index % mostAtOnce === mostAtOnce - 1) yield;
    values.push(map(item, index));
  }
  return values;
}

function* rowSteps(reading: NetworkReading, array: NumberArray, columns: number): Steps<Rows> {
  const values = yield* numberSteps(reading, array);
  return Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
}

function numberSteps({ text }: NetworkReading, array: NumberArray): Steps<Row> {
  return mapSteps([...array.values], (_, i) => exactNumber(writtenNumber(text, array, i)));
}

/** A class or a row for each sample, as the text gives the one or the other; null where it fits neither. */
function* targetSteps(
  reading: NetworkReading,
  target: NumberArray,
  output: Rows,
  takesClasses: boolean,
): Steps<readonly ExactSample[] | null> {
  const isBatch = reading.input?.shape.length === 2;
  if (takesClasses && target.shape.length === (isBatch ? 1 : 0)) {
    if (target.values.length !== output.length) return null;
    return Array.from(target.values, (index) => ({ form: 'class', index }) as const);
  }
  if (target.values.length !== output.length * output[0].length) return null;
  const rows = yield* rowSteps(reading, target, output[0].length);
  return rows.map((row) => ({ form: 'row', row }));
}

function exactNumber(text: string): Rational {
  const value = parseRational(text);
  if (value === null) throw new Barrier({ step: 'number', text });
  return value;
}

function* layerSteps(reading: NetworkReading, network: Network, index: number): Steps<ExactLayer> {
  const { weights: written, biases, activation: choice } = reading.layers[index];
  const { weights: matrix, activation: bound } = network.layers[index];
  const weights = yield* rowSteps(reading, written, matrix.columns);
  const { name } = bound.activation;
  const parametersOf = () =>
    (bound.perNeuron ?? [bound.parameters]).map((own, neuron) =>
      exactParameters(reading, own, choice, neuron),
    );
  const activation = exactActivation(name, parametersOf);
  if (activation === null) throw new Barrier({ step: 'activation', layer: index, name });
  return {
    rows: yield* mapSteps(weights, toCommonDenominator),
    weights,
    biases: biases === null ? null : yield* numberSteps(reading, biases),
    activation,
  };
}

/** As the text writes them; a default of 1/6 is meant as such, every other as its decimals say. */
function exactParameters(
  { text }: NetworkReading,
  parameters: Parameters,
  choice: NamedChoice | null,
  neuron = 0,
): Readonly<Record<string, Rational>> {
  const known = new Map(
    [1 / 6, 1 / 8, 1 / 3].map((value, i) => [value, rational(1n, [6n, 8n, 3n][i])] as const),
  );
  const entries = Object.entries(parameters).map(([name, value]) => {
    const list = choice?.arrays?.[name];
    if (list !== undefined) return [name, exactNumber(writtenNumber(text, list, neuron))] as const;
    const span = choice?.parameters[name]?.span;
    const written = span === undefined ? null : text.slice(span.offset, span.offset + span.length);
    const exact = written === null ? known.get(value) : undefined;
    return [name, exact ?? exactNumber(written ?? String(value))] as const;
  });
  return Object.fromEntries(entries);
}

/** Σ aⱼ bⱼ with one reduction to lowest terms at the end. */
function dot(a: CommonDenominator, b: CommonDenominator): Rational {
  let sum = 0n;
  for (let j = 0; j < a.numerators.length; j++) sum += a.numerators[j] * b.numerators[j];
  return rational(sum, a.denominator * b.denominator);
}

function* forwardSteps(
  { rows, biases, activation }: ExactLayer,
  source: Rows,
): Steps<ExactPass & { readonly isAtKink: boolean }> {
  const activated: ActivatedRow[] = [];
  for (const sample of source) {
    yield;
    const common = toCommonDenominator(sample);
    const s = yield* mapSteps(rows, (row, k) => add(dot(row, common), biases?.[k] ?? zero));
    limit([s]);
    activated.push(activation(s));
  }
  return {
    output: activated.map(({ output }) => output),
    activated,
    isAtKink: activated.some(({ isAtKink }) => isAtKink),
  };
}

/** δ = Jᵀ ∂L/∂o, ∂L/∂w_kj = Σ_samples δ_k o_j, ∂L/∂b_k = Σ_samples δ_k, ∂L/∂o_j = Σ_k δ_k w_kj. */
function* backwardSteps(
  layers: readonly ExactLayer[],
  passes: readonly ExactPass[],
  input: Rows,
  lossGradient: Rows,
): Steps<ExactGradients> {
  const weights: Rows[] = [];
  const biases: (Row | null)[] = [];
  let outputGradient = lossGradient;
  for (let index = layers.length - 1; index >= 0; index--) {
    yield;
    const { activated } = passes[index];
    const delta = outputGradient.map((row, sample) => activated[sample].pullback(row));
    limit(delta);
    const deltaColumns = yield* mapSteps(transposed(delta), toCommonDenominator);
    const source = transposed(index === 0 ? input : passes[index - 1].output);
    const sourceColumns = yield* mapSteps(source, toCommonDenominator);
    const rows: Row[] = [];
    for (const column of deltaColumns) {
      yield;
      rows.push(yield* mapSteps(sourceColumns, (source) => dot(column, source)));
    }
    weights[index] = rows;
    biases[index] =
      layers[index].biases === null
        ? null
        : transposed(delta).map((column) => column.reduce((sum, value) => add(sum, value), zero));
    const weightColumns = yield* mapSteps(transposed(layers[index].weights), toCommonDenominator);
    const before: Row[] = [];
    for (const row of delta) {
      yield;
      const common = toCommonDenominator(row);
      before.push(yield* mapSteps(weightColumns, (column) => dot(common, column)));
    }
    outputGradient = before;
  }
  return { weights, biases, input: outputGradient };
}

function transposed(rows: Rows): Rows {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}

function limit(rows: Rows): void {
  const isLong = ({ numerator, denominator }: Rational) =>
    bitLength(numerator < 0n ? -numerator : numerator) > 2 * mostBits || bitLength(denominator) > mostBits;
  if (rows.some((row) => row.some(isLong))) throw new Barrier({ step: 'size' });
}
