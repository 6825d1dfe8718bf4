import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { endOfToken } from '../characters';
import { skipConstructor } from '../constructors';
import type { NumberArray } from '../reading';
import { skipValue } from '../skip';
import type { Source } from '../source';
import { matchAt } from './callEnds';
import { type Entry, matrixOf } from './coordinates';
import type { Found, ValueReader } from './notation';

const head = /tensor\(\s*(?=(?:indices|crow_indices|ccol_indices)=)/y;
const part = /\s*,?\s*(indices|crow_indices|ccol_indices|col_indices|row_indices|values)=(?=tensor\()/y;
const sizes = /[^()]*?size=\(\s*(\d+)(?:\s*,\s*(\d+))?\s*,?\s*\)[^()]*\)/y;

/** A sparse tensor as PyTorch prints it, by coordinates, rows (`sparse_csr`) or columns (`sparse_csc`). */
export const torchSparse: ValueReader = {
  name: 'torch-repr',
  begins: 'value',
  opens: ['call'],
  calls: { name: 't' },
  recognise: (text, at, limit) => matchAt(head, text, at, limit) !== null,
  read: readSparse,
};

function* readSparse(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  let at = start + (matchAt(head, text, start, limit)?.[0].length ?? 0);
  const parts = new Map<string, NumberArray>();
  for (let next = matchAt(part, text, at, limit); next !== null; next = matchAt(part, text, at, limit)) {
    const reader = new ArrayReader(source, skipConstructor(text, at + next[0].length, limit), limit, 'text');
    parts.set(next[1] ?? '', yield* reader.read());
    at = reader.end;
  }
  const size = matchAt(sizes, text, at, limit);
  const values = parts.get('values');
  const places = placesOf(parts);
  const isElided = source.problems.some(({ code }) => code === 'elided');
  const isWhole =
    values !== undefined && values.shape.length === 1 && places?.length === values.values.length;
  if (size === null || !isWhole || places === null) {
    if (!isElided) source.reportSyntax('unexpected-token', start, endOfToken(text, start, limit), 'numbers');
    source.meant = true;
    return { items: [], choices: [], end: Math.max(at, skipValue(text, start + 'tensor'.length, limit)) };
  }
  const end = at + size[0].length;
  const span = { offset: start, length: end - start };
  const isVector = size[2] === undefined;
  const shape = isVector ? ([1, Number(size[1])] as const) : ([Number(size[1]), Number(size[2])] as const);
  const entries = places.map(([row, column], index): Entry => {
    const [from, to] = [values.places.startOf(index), values.places.endOf(index)];
    return { row, column, value: values.values[index] ?? Number.NaN, start: from, end: to };
  });
  const array = matrixOf(source, entries, shape, span, end);
  if (array === null) return { items: [], choices: [], end };
  const shaped = isVector ? { ...array, shape: [shape[1]] } : array;
  const item = { kind: 'array', name: null, array: shaped, form: null, span } as const;
  return { items: [item], choices: [{ rule: 'implied-zeros' }], end };
}

/** The row and the column of each value, from 0; null where they are none of a vector's or a matrix's, or one comes twice. */
function placesOf(parts: ReadonlyMap<string, NumberArray>): readonly (readonly [number, number])[] | null {
  const indices = parts.get('indices');
  const places = indices === undefined ? compressedPlaces(parts) : coordinatePlaces(indices);
  if (places === null || new Set(places.map(String)).size < places.length) return null;
  return places.every((place) => place.every(Number.isInteger)) ? places : null;
}

function coordinatePlaces({ shape, values }: NumberArray): readonly (readonly [number, number])[] | null {
  const [dimensions = 0, count = 0] = shape;
  if (shape.length !== 2 || dimensions > 2) return null;
  return Array.from({ length: count }, (_, index) => {
    const first = values[index] ?? Number.NaN;
    return dimensions === 1 ? [0, first] : [first, values[count + index] ?? Number.NaN];
  });
}

function compressedPlaces(
  parts: ReadonlyMap<string, NumberArray>,
): readonly (readonly [number, number])[] | null {
  const isByRow = parts.has('crow_indices');
  const ends = parts.get(isByRow ? 'crow_indices' : 'ccol_indices');
  const others = parts.get(isByRow ? 'col_indices' : 'row_indices');
  if (ends?.shape.length !== 1 || others?.shape.length !== 1) return null;
  let line = 0;
  return Array.from(others.values, (other, index): readonly [number, number] => {
    while (line + 1 < ends.values.length && (ends.values[line + 1] ?? 0) <= index) line++;
    return isByRow ? [line, other] : [other, line];
  });
}
