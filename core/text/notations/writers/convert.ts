import type { Steps } from '../../../steps';
import { Places } from '../../places';
import type {
  DistributionReading,
  MatricesReading,
  MatrixReading,
  NamedChoice,
  NetworkReading,
  NumberArray,
  Reading,
} from '../../reading';
import { reshape } from '../../shapes';
import { type LossCounts, type Losses, lossesOf, noLosses, writtenArraySteps } from './conversion';
import type { Writer, WrittenPart } from './writer';

export interface Conversion {
  readonly text: string;
  readonly losses: Losses;
}

/** More numbers than this are a file's, and converted by other tools. */
export const mostConverted = 1_000_000;

/** One array, or a word, under its name; the text has neither for what is left out. */
type Part = { readonly name: string } & ({ readonly array: NumberArray } | { readonly word: string });

/**
 * A reading in another notation, with what that could not keep; null where the notation has no form for
 * it: tables have no networks, and no notation here has families or activations. Read again, it gives the same doubles,
 * and the same fractions where `losses` counts none.
 */
export function* convertSteps(reading: Reading, writer: Writer): Steps<Conversion | null> {
  const losses = noLosses();
  losses.names += reading.choices.filter(({ rule }) => rule === 'header' || rule === 'index-column').length;
  switch (reading.kind) {
    case 'matrix':
      return yield* convertMatrix(reading, writer, losses);
    case 'matrices':
      return yield* convertParts(reading, partsOfMatrices(reading), writer, losses);
    case 'network':
      return writer.name === 'nabla-json'
        ? yield* networkDocument(reading, writer, losses)
        : yield* convertParts(reading, partsOfNetwork(reading, losses), writer, losses);
    case 'distribution':
      return yield* convertParts(reading, partsOfDistribution(reading, writer), writer, losses);
    case 'continuous':
    case 'activation':
    case 'error':
      return null;
  }
}

function* convertMatrix(
  { text, array, name }: MatrixReading,
  writer: Writer,
  losses: LossCounts,
): Steps<Conversion | null> {
  if (array.values.length > mostConverted || array.values.length === 0) return null;
  const written = yield* writtenArraySteps(text, array, writer, losses);
  if (name !== undefined && writer.named !== null)
    return { text: writer.named([{ name: name.text, array: written }]), losses: lossesOf(losses) };
  if (name !== undefined) losses.names++;
  return { text: writer.array(written), losses: lossesOf(losses) };
}

function* convertParts(
  { text }: Reading,
  parts: readonly Part[],
  writer: Writer,
  losses: LossCounts,
): Steps<Conversion | null> {
  const { named } = writer;
  const size = parts.reduce((sum, part) => sum + ('array' in part ? part.array.values.length : 0), 0);
  if (named === null || size > mostConverted || parts.length === 0) return null;
  const written: WrittenPart[] = [];
  for (const part of parts) {
    const { name } = part;
    if ('word' in part) written.push(part);
    else written.push({ name, array: yield* writtenArraySteps(text, part.array, writer, losses) });
  }
  return { text: named(written), losses: lossesOf(losses) };
}

/** Arrays without a name get one: `A1`. */
function partsOfMatrices({ arrays }: MatricesReading): readonly Part[] {
  return arrays.map(({ name, array }, index) => ({ name: name === '' ? `A${index + 1}` : name, array }));
}

function partsOfDistribution({ p, q, base, joint }: DistributionReading, writer: Writer): readonly Part[] {
  const inJson = writer.name === 'nabla-json' || writer.name === 'json';
  const label = (name: string, plain: string) => (inJson && /^[pq]$/i.test(name) ? plain : name);
  const parts: Part[] = [
    {
      name: label(p.label, 'p'),
      array: joint === undefined ? p.numbers : reshape(p.numbers, [joint.rows, joint.columns]),
    },
  ];
  if (q !== null) parts.push({ name: label(q.label, 'q'), array: q.numbers });
  if (base !== Math.E) parts.push({ name: 'base', array: scalar(base) });
  return parts;
}

/** A number that stands nowhere in the text. */
function scalar(value: number): NumberArray {
  return {
    shape: [],
    values: Float64Array.of(value),
    places: Places.of([0], [0]),
    span: { offset: 0, length: 0 },
  };
}

/** `W1`, `b1`, …, `x`, `y` and the names of activations and loss; parameters of these have no place there. */
function partsOfNetwork(reading: NetworkReading, losses: LossCounts): readonly Part[] {
  const { layers, input, target, loss, reduction, learningRate } = reading;
  const parts: Part[] = [];
  layers.forEach(({ weights, biases }, index) => {
    parts.push({ name: `W${index + 1}`, array: weights });
    if (biases !== null) parts.push({ name: `b${index + 1}`, array: biases });
  });
  const names = layers.map(({ activation }) => activation);
  const [first = null] = names;
  if (names.every((choice) => choice?.name === first?.name)) {
    if (first !== null) parts.push({ name: 'activation', word: first.name });
  } else {
    names.forEach((choice, index) => {
      parts.push({ name: `activation${index + 1}`, word: choice?.name ?? 'identity' });
    });
  }
  if (input !== null) parts.push({ name: 'x', array: input });
  if (target !== null) parts.push({ name: 'y', array: target });
  if (loss !== null) parts.push({ name: 'loss', word: loss.name });
  if (reduction !== null) parts.push({ name: 'reduction', word: reduction.name });
  if (learningRate !== null) parts.push({ name: 'lr', array: tokenArray(learningRate) });
  losses.parts += [...names, loss, reduction].filter(
    (choice) => choice !== null && hasParameters(choice),
  ).length;
  losses.parts += [reading.gradient, reading.optimizer, reading.dialect, reading.dtype].filter(
    Boolean,
  ).length;
  losses.parts += layers.filter(({ dialect }) => dialect !== undefined).length;
  return parts;
}

function tokenArray({ value, span }: NonNullable<NetworkReading['learningRate']>): NumberArray {
  return {
    shape: [],
    values: Float64Array.of(value),
    places: Places.of([span.offset], [span.offset + span.length]),
    span,
  };
}

function hasParameters({ parameters, words, arrays }: NamedChoice): boolean {
  return [parameters, words ?? {}, arrays ?? {}].some((group) => Object.keys(group).length > 0);
}

/** The design's JSON: layers, input, target and all that belongs to them. */
function* networkDocument(
  reading: NetworkReading,
  writer: Writer,
  losses: LossCounts,
): Steps<Conversion | null> {
  const { text } = reading;
  const isDocument = reading.notation === 'nabla-json';
  const size = reading.layers.reduce((sum, { weights }) => sum + weights.values.length, 0);
  if (size > mostConverted) return null;
  const write = function* (array: NumberArray, indent: string): Steps<string> {
    const lines = writer.array(yield* writtenArraySteps(text, array, writer, losses));
    return lines.replaceAll('\n', `\n${indent}`);
  };
  const choice = (chosen: NamedChoice): string => {
    if (!hasParameters(chosen)) return JSON.stringify(chosen.name);
    if (isDocument) return text.slice(chosen.span.offset, chosen.span.offset + chosen.span.length);
    losses.parts++;
    return JSON.stringify(chosen.name);
  };
  const layers: string[] = [];
  for (const { weights, biases, activation, dialect } of reading.layers) {
    const matrix = weights.shape.length === 2 ? weights : reshape(weights, [1, weights.values.length]);
    const members = [`"weights": ${yield* write(matrix, ' '.repeat(17))}`];
    if (biases !== null) members.push(`"biases": ${yield* write(biases, '')}`);
    if (activation !== null) members.push(`"activation": ${choice(activation)}`);
    if (dialect !== undefined) members.push(`"dialect": ${JSON.stringify(dialect.word)}`);
    layers.push(`    {\n      ${members.join(',\n      ')}\n    }`);
  }
  const members = [`"layers": [\n${layers.join(',\n')}\n  ]`];
  const { input, target, loss, reduction, optimizer, learningRate, dialect, dtype, gradient } = reading;
  if (input !== null) members.push(`"input": ${yield* write(input, '  ')}`);
  if (target !== null) members.push(`"target": ${yield* write(target, '  ')}`);
  if (loss !== null) members.push(`"loss": ${choice(loss)}`);
  if (reduction !== null) members.push(`"reduction": ${choice(reduction)}`);
  if (optimizer !== undefined) members.push(`"optimizer": ${choice(optimizer)}`);
  if (learningRate !== null) members.push(`"learningRate": ${yield* write(tokenArray(learningRate), '')}`);
  if (dialect !== undefined) members.push(`"dialect": ${JSON.stringify(dialect.word)}`);
  if (dtype !== undefined) members.push(`"dtype": ${JSON.stringify(dtype.word)}`);
  if (gradient !== undefined) losses.parts++;
  return { text: `{\n  ${members.join(',\n  ')}\n}`, losses: lossesOf(losses) };
}
