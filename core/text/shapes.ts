import type { Span } from '../problem';
import { Places, PlaceWriter } from './places';
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
  const moved = new PlaceWriter();
  for (let index = 0; index < count; index++) {
    const place = places(index);
    values[index] = array.values[place];
    moved.push(array.places.startOf(place), array.places.endOf(place));
  }
  return { ...array, shape, values, places: moved.take() };
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

/** One column of a matrix as a vector. */
export function columnOf(array: NumberArray, column: number): NumberArray {
  const [rows = 1, columns = 1] = array.shape;
  const vector = pick(array, [rows], (index) => index * columns + column);
  return { ...vector, span: spanOfNumbers(vector) };
}

/** Scalars one after the other as one vector. */
export function joinScalars(scalars: readonly NumberArray[]): NumberArray {
  const vector = {
    shape: [scalars.length],
    values: Float64Array.from(scalars, ({ values }) => values[0]),
    places: Places.of(
      scalars.map(({ places }) => places.startOf(0)),
      scalars.map(({ places }) => places.endOf(0)),
    ),
  };
  return { ...vector, span: spanOfNumbers(vector) };
}

/** Vectors of one length as the rows of one matrix. */
export function joinVectors(vectors: readonly NumberArray[]): NumberArray {
  const places = new PlaceWriter();
  for (const vector of vectors)
    for (let index = 0; index < vector.values.length; index++)
      places.push(vector.places.startOf(index), vector.places.endOf(index));
  const values = Float64Array.from(vectors.flatMap((vector) => [...vector.values]));
  const [first, last] = [vectors[0], vectors.at(-1)];
  const span =
    first === undefined || last === undefined ? { offset: 0, length: 0 } : unite(first.span, last.span);
  return { shape: [vectors.length, first?.values.length ?? 0], values, places: places.take(), span };
}

/** From the first number to the last. */
function spanOfNumbers({ places }: Pick<NumberArray, 'places'>): Span {
  if (places.length === 0) return { offset: 0, length: 0 };
  let offset = places.startOf(0);
  let end = offset;
  for (let index = 0; index < places.length; index++) {
    offset = Math.min(offset, places.startOf(index));
    end = Math.max(end, places.endOf(index));
  }
  return { offset, length: end - offset };
}

/** The stretch that holds both. */
export function unite(first: Span, second: Span): Span {
  const offset = Math.min(first.offset, second.offset);
  const end = Math.max(first.offset + first.length, second.offset + second.length);
  return { offset, length: end - offset };
}
