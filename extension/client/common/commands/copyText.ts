import type {
  ContinuousResult,
  DistributionResult,
  NetworkResult,
  Result,
  WireMatrix,
  WireTensor,
} from '../../../protocol/result';
import type { WireNumber } from '../../../protocol/wire';

/** The notation in which a result is copied: that of the text it came from, where it is one of these. */
export type CopyNotation = 'json' | 'octave';

/** `[1 2; 3 4]`: rows divided by semicolons inside brackets. No other notation that is read has them. */
export function notationOf(text: string): CopyNotation {
  return /\[[^[\]{}"]*;[^[\]{}"]*\]/.test(text) ? 'octave' : 'json';
}

/**
 * What a person wants of a result elsewhere: the gradients of a network, or its output where it has no
 * target; the divergences of two distributions; the numbers of a matrix. Null where nothing was computed.
 */
export function copyText(result: Result, notation: CopyNotation): string | null {
  const entries = entriesOf(result);
  if (entries === null) return null;
  switch (notation) {
    case 'json':
      return entries.kind === 'value' ? json(entries.value) : json(entries.json);
    case 'octave':
      return entries.kind === 'value'
        ? octave(entries.value)
        : entries.named.map(([name, value]) => `${name} = ${octave(value)};`).join('\n');
  }
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

function octave(value: WireTensor): string {
  if (!isArray(value)) return octaveNumber(value);
  const rows = value.some(isArray) ? (value as WireMatrix) : [value as readonly WireNumber[]];
  return `[${rows.map((row) => row.map(octaveNumber).join(' ')).join('; ')}]`;
}

function isArray(value: WireTensor): value is readonly WireTensor[] {
  return Array.isArray(value);
}

function octaveNumber(value: WireNumber): string {
  switch (value) {
    case 'Infinity':
      return 'Inf';
    case '-Infinity':
      return '-Inf';
    default:
      return String(value);
  }
}
