import type { Span } from '../problem';
import type { NumberArray } from './reading';

/** The same numbers in another shape of as many. */
export function reshape(array: NumberArray, shape: readonly number[]): NumberArray {
  return { ...array, shape };
}

/** A scalar, a vector, one row or one column as [n]; null for anything wider. */
export function asVector(array: NumberArray): NumberArray | null {
  const { shape, values } = array;
  const wide = shape.filter((size) => size !== 1).length;
  return wide <= 1 ? reshape(array, [values.length]) : null;
}

/** The numbers at the given places, in that order. */
function pick(array: NumberArray, shape: readonly number[], places: (index: number) => number): NumberArray {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = new Float64Array(count);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const place = places(index);
    values[index] = array.values[place];
    starts[index] = array.starts[place];
    ends[index] = array.ends[place];
  }
  return { ...array, shape, values, starts, ends };
}

/** The transpose of a matrix; each number keeps its place in the text. */
export function transpose(array: NumberArray): NumberArray {
  const [rows = 1, columns = 1] = array.shape;
  return pick(array, [columns, rows], (index) => (index % rows) * columns + Math.floor(index / rows));
}

/** Blocks of one size, each below the other in memory, side by side as one matrix. */
export function sideBySide(array: NumberArray, count: number, rows: number, columns: number): NumberArray {
  const width = count * columns;
  return pick(array, [rows, width], (index) => {
    const [row, column] = [Math.floor(index / width), index % width];
    return (Math.floor(column / columns) * rows + row) * columns + (column % columns);
  });
}

/** [W b] as W and b. */
export function splitLastColumn(array: NumberArray): {
  readonly weights: NumberArray;
  readonly biases: NumberArray;
} {
  const [rows = 1, columns = 1] = array.shape;
  const kept = columns - 1;
  const weights = pick(array, [rows, kept], (index) => Math.floor(index / kept) * columns + (index % kept));
  const biases = pick(array, [rows], (index) => index * columns + kept);
  return { weights, biases: { ...biases, span: spanOfNumbers(biases) } };
}

/** One row of a matrix as a vector. */
export function rowOf(array: NumberArray, row: number): NumberArray {
  const [, columns = 1] = array.shape;
  const vector = pick(array, [columns], (index) => row * columns + index);
  return { ...vector, span: spanOfNumbers(vector) };
}

/** Scalars one after the other as one vector. */
export function joinScalars(scalars: readonly NumberArray[]): NumberArray {
  const vector = {
    shape: [scalars.length],
    values: Float64Array.from(scalars, ({ values }) => values[0]),
    starts: Uint32Array.from(scalars, ({ starts }) => starts[0]),
    ends: Uint32Array.from(scalars, ({ ends }) => ends[0]),
  };
  return { ...vector, span: spanOfNumbers(vector) };
}

/** From the first number to the last. */
function spanOfNumbers({ starts, ends }: Pick<NumberArray, 'starts' | 'ends'>): Span {
  const offset = starts.reduce((first, start) => Math.min(first, start), starts[0] ?? 0);
  const end = ends.reduce((last, place) => Math.max(last, place), offset);
  return { offset, length: end - offset };
}

/** The stretch that holds both. */
export function unite(first: Span, second: Span): Span {
  const offset = Math.min(first.offset, second.offset);
  const end = Math.max(first.offset + first.length, second.offset + second.length);
  return { offset, length: end - offset };
}
