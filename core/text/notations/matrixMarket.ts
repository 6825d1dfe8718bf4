import type { Steps } from '../../steps';
import { Places } from '../places';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { pushCell } from './cells';
import { type Line, sign } from './line';
import { type Cell, headOfLine, nextLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const banner = /^%%MatrixMarket\s/i;
const style = { decimalComma: false };
const linesPerSlice = 2_048;
/** A dense array of more entries is not made of a sparse one. */
const mostEntries = 16_000_000;

/** Matrix Market: coordinates from 1, or all entries column by column; a symmetric one lists its lower triangle. */
export const matrixMarket: LineReader = {
  name: 'matrix-market',
  begins: 'line',
  needs: [{ begins: sign.other }],
  recognise: (line) => banner.test(line.head(20)),
  read: readMatrix,
};

interface Header {
  readonly layout: 'coordinate' | 'array';
  readonly pattern: boolean;
  readonly symmetry: 'general' | 'symmetric' | 'skew-symmetric';
}

/** The words of the first line; a wrong one is reported where it stands. */
function readHeader(source: Source, start: number, end: number): Header | null {
  const words = wordsOf(source.text, start, end).slice(1);
  const allowed = [
    ['matrix'],
    ['coordinate', 'array'],
    ['real', 'integer', 'pattern', 'double'],
    ['general', 'symmetric', 'skew-symmetric'],
  ];
  const written = words.map((word) => source.text.slice(word.start, word.end).toLowerCase());
  for (const [index, values] of allowed.entries()) {
    const cell = words[index];
    if (cell === undefined) {
      source.reportSyntax('missing-value', end, end, values.join(', '));
      return null;
    }
    if (!values.includes(written[index] ?? '')) {
      source.reportSyntax('unexpected-token', cell.start, cell.end, values.join(', '));
      return null;
    }
  }
  const [, layout, field, symmetry] = written;
  return {
    layout: layout === 'array' ? 'array' : 'coordinate',
    pattern: field === 'pattern',
    symmetry: symmetry === 'symmetric' || symmetry === 'skew-symmetric' ? symmetry : 'general',
  };
}

function* readMatrix(source: Source, { start, end: first, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  const stop = (end: number): Found => {
    store.discard();
    return { items: [], choices: [], end };
  };
  const header = readHeader(source, start, first);
  if (header === null) return stop(limit);
  let at = nextLine(text, first, limit);
  while (at < limit && /^\s*(?:%|$)/.test(headOfLine(text, at, Math.min(limit, at + 200)))) {
    at = nextLine(text, endOfLine(text, at, limit), limit);
  }
  const sizeEnd = endOfLine(text, at, limit);
  const sizes = wordsOf(text, at, sizeEnd);
  const [rows = 0, columns = 0, listed = 0] = sizes.map(({ start: from, end }) =>
    Number(text.slice(from, end)),
  );
  const wanted = header.layout === 'array' ? 2 : 3;
  const whole = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;
  if (sizes.length !== wanted || !whole(rows) || !whole(columns) || !whole(listed)) {
    source.reportSyntax(
      'unexpected-token',
      at,
      sizeEnd,
      header.layout === 'array' ? 'rows columns' : 'rows columns entries',
    );
    return stop(limit);
  }
  if (rows * columns > mostEntries) {
    source.report('too-large', at, sizeEnd, { what: 'matrix', size: rows * columns, limit: mostEntries });
    return stop(limit);
  }
  const mirrored = header.symmetry !== 'general';
  const skew = header.symmetry === 'skew-symmetric';
  const [, second] = sizes;
  if (mirrored && rows !== columns && second !== undefined) {
    source.reportSyntax('unexpected-token', second.start, second.end, String(rows));
    return stop(limit);
  }
  const triangle = skew ? (rows * (rows - 1)) / 2 : (rows * (rows + 1)) / 2;
  const expected = header.layout === 'coordinate' ? listed : mirrored ? triangle : rows * columns;
  const values = new Float64Array(rows * columns);
  const starts = new Uint32Array(rows * columns).fill(sizeEnd);
  const ends = new Uint32Array(rows * columns).fill(sizeEnd);
  const seen = new Uint8Array(rows * columns);
  let row = skew ? 1 : 0;
  let column = 0;
  let count = 0;
  let last = sizeEnd;
  at = nextLine(text, sizeEnd, limit);
  for (let line = 1; at < limit; line++) {
    const end = endOfLine(text, at, limit);
    const words = wordsOf(text, at, end);
    const [one, two, three] = words;
    at = nextLine(text, end, limit);
    if (line % linesPerSlice === 0) yield;
    if (one === undefined || text.charCodeAt(one.start) === 37) continue;
    if (count === expected) {
      source.reportSyntax('trailing', one.start, end);
      return stop(limit);
    }
    let entry: Cell | undefined = one;
    if (header.layout === 'coordinate') {
      const width = header.pattern ? 2 : 3;
      const cut = words.length < width ? end : (words[width]?.start ?? -1);
      if (cut >= 0) {
        source.report('ragged', cut, end + 1, { row: count, length: words.length, expected: width });
        return stop(limit);
      }
      row = indexOf(source, one, rows);
      column = indexOf(source, two, columns);
      if (row < 0 || column < 0) return stop(limit);
      entry = header.pattern ? undefined : three;
    } else if (words.length > 1) {
      const extra = two ?? one;
      source.report('ragged', extra.start, end, { row: count, length: words.length, expected: 1 });
      return stop(limit);
    }
    const place = row * columns + column;
    if (seen[place] === 1) {
      source.reportSyntax('duplicate-key', one.start, end);
      return stop(limit);
    }
    seen[place] = 1;
    if (entry !== undefined) {
      pushCell(source, entry, style);
      const read = store.take([], { offset: entry.start, length: entry.end - entry.start });
      values[place] = read.values[0] ?? 0;
      starts[place] = entry.start;
      ends[place] = entry.end;
    } else {
      values[place] = 1;
      starts[place] = ends[place] = end;
    }
    if (mirrored && row !== column && column * columns + row < values.length) {
      const other = column * columns + row;
      values[other] = skew ? -(values[place] ?? 0) : (values[place] ?? 0);
      starts[other] = skew ? (ends[place] ?? 0) : (starts[place] ?? 0);
      ends[other] = ends[place] ?? 0;
    }
    if (header.layout === 'array' && ++row === rows) {
      column++;
      row = !mirrored ? 0 : skew ? column + 1 : column;
    }
    count++;
    last = end;
  }
  if (count < expected) {
    source.report('ragged', at, at, { row: 0, length: count, expected });
    return stop(limit);
  }
  const span = { offset: start, length: last - start };
  const choices: ReadingChoice[] = [];
  if (header.layout === 'array') choices.push({ rule: 'column-major' });
  else choices.push({ rule: 'implied-zeros' });
  if (mirrored) choices.push({ rule: 'mirrored', symmetry: skew ? 'skew-symmetric' : 'symmetric' });
  const array = { shape: [rows, columns], values, places: Places.of(starts, ends), span };
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: limit };
}

/** A coordinate from 1, as an index from 0; −1 where it is none of the matrix. */
function indexOf(source: Source, cell: Cell | undefined, size: number): number {
  if (cell === undefined) return -1;
  const value = Number(source.text.slice(cell.start, cell.end));
  if (Number.isInteger(value) && value >= 1 && value <= size) return value - 1;
  source.reportSyntax('unexpected-token', cell.start, cell.end, `1 … ${size}`);
  return -1;
}
