import { json as jsonWriter } from '../../../../core/text/notations/writers/json';
import { latex } from '../../../../core/text/notations/writers/latex';
import { mathematica } from '../../../../core/text/notations/writers/mathematica';
import { octave } from '../../../../core/text/notations/writers/octave';
import { numpy, torch } from '../../../../core/text/notations/writers/python';
import { r } from '../../../../core/text/notations/writers/r';
import type { Writer, WrittenArray } from '../../../../core/text/notations/writers/writer';
import type {
  ContinuousResult,
  DistributionResult,
  NetworkResult,
  Result,
  WireTensor,
} from '../../../protocol/result';
import type { WireNumber } from '../../../protocol/wire';

/** Marks of a notation; the first that stands in a text tells it. */
const marks: readonly (readonly [mark: RegExp, writer: Writer])[] = [
  [/\\begin\{[a-zA-Z]*matrix|\\frac/, latex],
  [/\btorch\.tensor\(|(?:^|[^\w.])tensor\(/, torch],
  [/\bnp\.array\(|(?:^|[^\w.])array\(/, numpy],
  [/\bmatrix\(c\(|<-\s*c\(/, r],
  // Rows divided by semicolons inside brackets.
  [/\[[^[\]{}"]*;[^[\]{}"]*\]/, octave],
  [/\{\s*\{[-\d]/, mathematica],
];

/** The notation in which a result is copied: that of the text it came from, where it is one of these; else JSON. */
export function notationOf(text: string): Writer {
  return marks.find(([mark]) => mark.test(text))?.[1] ?? jsonWriter;
}

/**
 * What a person wants of a result elsewhere: the gradients of a network, or its output where it has no
 * target; the divergences of two distributions; the numbers of a matrix. Null where nothing was computed.
 */
export function copyText(result: Result, writer: Writer): string | null {
  const entries = entriesOf(result);
  if (entries === null) return null;
  if (writer.named === null || writer.name === 'json') {
    return entries.kind === 'value' ? json(entries.value) : json(entries.json);
  }
  return entries.kind === 'value'
    ? writer.array(writtenArray(entries.value, writer))
    : writer.named(entries.named.map(([name, value]) => ({ name, array: writtenArray(value, writer) })));
}

type Entries =
  | { readonly kind: 'value'; readonly value: WireTensor }
  | {
      readonly kind: 'named';
      readonly json: unknown;
      readonly named: readonly (readonly [string, WireTensor])[];
    };

function entriesOf(result: Result): Entries | null {
  switch (result.kind) {
    case 'network':
      return networkEntries(result);
    case 'distribution':
      return distributionEntries(result);
    case 'matrix':
      return { kind: 'value', value: result.values };
    case 'matrices':
      return {
        kind: 'named',
        json: Object.fromEntries(result.matrices.map(({ name, values }) => [name, values])),
        named: result.matrices.map(({ name, values }) => [name, values]),
      };
    case 'activation': {
      const { formula, derivative, secondDerivative } = result;
      return { kind: 'named', json: { formula, derivative, secondDerivative }, named: [] };
    }
    case 'error':
      return null;
  }
}

function networkEntries({ gradients, output }: NetworkResult): Entries | null {
  if (gradients === undefined) {
    return output === undefined ? null : { kind: 'named', json: { output }, named: [['output', output]] };
  }
  const named: [string, WireTensor][] = [];
  gradients.weights.forEach((weights, layer) => {
    named.push([`dW${layer + 1}`, weights]);
    const biases = gradients.biases[layer];
    // A column, as the destination neurons are rows of W.
    if (biases) named.push([`db${layer + 1}`, biases.map((value) => [value])]);
  });
  named.push(['dx', gradients.input]);
  return { kind: 'named', json: { gradients }, named };
}

/** The values alone, without exact forms and methods. */
function distributionEntries({ kind, ...result }: DistributionResult | ContinuousResult): Entries {
  const named = Object.entries(result).flatMap(([name, value]): [string, WireNumber][] =>
    typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity'
      ? [[name, value]]
      : [],
  );
  return { kind: 'named', json: Object.fromEntries(named), named };
}

/** One row of a matrix on one line, as a person writes it. */
function json(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((entry) => !isContainer(entry)))
      return `[${value.map((entry) => json(entry)).join(', ')}]`;
    return `[\n${value.map((entry) => inner + json(entry, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const lines = Object.entries(value).map(
      ([name, entry]) => `${inner}${JSON.stringify(name)}: ${json(entry, inner)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function writtenArray(value: WireTensor, writer: Writer): WrittenArray {
  const shape: number[] = [];
  for (let part: WireTensor | undefined = value; isArray(part); part = part[0]) shape.push(part.length);
  const texts = flatten(value).map((number) => writtenNumber(number, writer));
  return { shape: shape.slice(-writer.mostDimensions), texts };
}

function flatten(value: WireTensor): readonly WireNumber[] {
  return isArray(value) ? value.flatMap(flatten) : [value];
}

function isArray(value: WireTensor | undefined): value is readonly WireTensor[] {
  return Array.isArray(value);
}

function writtenNumber(value: WireNumber, writer: Writer): string {
  switch (value) {
    case 'Infinity':
      return writer.infinity ?? value;
    case '-Infinity':
      return writer.minusInfinity ?? value;
    case 'NaN':
      return writer.nan ?? value;
    default:
      return writer.decimal(String(value));
  }
}
