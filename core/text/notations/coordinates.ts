import type { Span } from '../../problem';
import { Places } from '../places';
import type { NumberArray } from '../reading';
import type { Source } from '../source';

/** More entries than these are not made of a text that lists a few. */
export const mostEntries = 1_000_000;

/** A number with its row and its column, from 0, and its place. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A matrix whose entries are listed; the others are zeros, whose places are empty and at `implied`. Null where it would be too large, which is said. */
export function matrixOf(
  source: Source,
  entries: readonly Entry[],
  shape: readonly [rows: number, columns: number],
  span: Span,
  implied: number,
): NumberArray | null {
  const [rows, columns] = shape;
  const size = rows * columns;
  if (size > mostEntries) {
    source.report('too-large', span.offset, implied, { what: 'matrix', size, limit: mostEntries });
    return null;
  }
  const values = new Float64Array(size);
  const starts = new Uint32Array(size).fill(implied);
  const ends = new Uint32Array(size).fill(implied);
  for (const { row, column, value, start, end } of entries) {
    if (row < 0 || column < 0 || row >= rows || column >= columns) {
      source.reportSyntax('unexpected-token', start, end, 'number');
      continue;
    }
    const place = row * columns + column;
    values[place] = value;
    starts[place] = start;
    ends[place] = end;
    if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
  }
  return { shape, values, places: Places.of(starts, ends), span };
}
