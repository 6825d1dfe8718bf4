import assert from 'node:assert/strict';
import type { Problem } from '../../../core/problem';
import { read } from '../../../core/text';
import { Places } from '../../../core/text/places';
import type {
  DistributionReading,
  MatrixReading,
  NetworkReading,
  NumberArray,
  Reading,
  ReadOptions,
} from '../../../core/text/reading';

export function readNetwork(text: string, options?: ReadOptions): NetworkReading {
  const reading = read(text, options);
  assert.ok(reading.kind === 'network', `${reading.kind}: ${JSON.stringify(reading.problems)}`);
  return reading;
}

export function readDistribution(text: string, options?: ReadOptions): DistributionReading {
  const reading = read(text, options);
  assert.ok(reading.kind === 'distribution', `${reading.kind}: ${JSON.stringify(reading.problems)}`);
  return reading;
}

export function readMatrix(text: string): MatrixReading {
  const reading = read(text);
  assert.ok(reading.kind === 'matrix', `${reading.kind}: ${JSON.stringify(reading.problems)}`);
  return reading;
}

/** The numbers as nested rows, the way they print. */
export function rows(array: NumberArray | null): unknown {
  if (array === null) return null;
  const values = [...array.values];
  const nest = (shape: readonly number[], numbers: readonly number[]): unknown => {
    const [size = 0, ...inner] = shape;
    if (shape.length === 0) return numbers[0];
    if (inner.length === 0) return numbers;
    const step = numbers.length / size;
    return Array.from({ length: size }, (_, row) => nest(inner, numbers.slice(row * step, (row + 1) * step)));
  };
  return nest(array.shape, values);
}

export function startsOf(places: Places): readonly number[] {
  return Array.from({ length: places.length }, (_, index) => places.startOf(index));
}

export function endsOf(places: Places): readonly number[] {
  return Array.from({ length: places.length }, (_, index) => places.endOf(index));
}

/** The text of each number, at the place the reading gives. */
export function slices({ text }: Reading, array: NumberArray): readonly string[] {
  const ends = endsOf(array.places);
  return startsOf(array.places).map((start, index) => text.slice(start, ends[index]));
}

/** `code or reason @offset+length` of each problem, in order. */
export function faults(text: string, options?: ReadOptions): readonly string[] {
  return read(text, options).problems.map(describeProblem);
}

function describeProblem({ code, data, span }: Problem): string {
  const name = code === 'syntax' && 'reason' in data ? data.reason : code;
  return `${name} @${span.offset}+${span.length}`;
}

/** All that a reading has, numbers and places in typed arrays, which are compared by their bits. */
export function comparable(reading: Reading): unknown {
  return plain(reading);
}

function plain(value: unknown): unknown {
  if (value instanceof Places) return [Float64Array.from(startsOf(value)), Float64Array.from(endsOf(value))];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
