import type { Steps } from '../../steps';
import type { Source } from '../source';
import { isNumberCell, pushCell } from './cells';
import { Line, sign } from './line';
import { type Cell, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
/** The pieces of which brackets over several lines are made, at the left and at the right. */
const left = '⎡⎢⎣┌│└⎛⎜⎝';
const right = '⎤⎥⎦┐│┘⎞⎟⎠';
const corners: ReadonlySet<number> = new Set(Array.from('⎡┌⎛', (piece) => piece.charCodeAt(0)));

/** The words between the pieces of a bracket; null where a line has none. */
function cellsIn(line: Line): readonly Cell[] | null {
  const { text, first, last } = line;
  const place = left.indexOf(text.charAt(first));
  if (line.isEmpty || last === first || place < 0 || right.charAt(place) !== text.charAt(last)) return null;
  return wordsOf(text, first + 1, last);
}

/** A matrix in brackets as tall as it, as SymPy and nalgebra draw it; rows may have empty lines between them. */
export const tallBrackets: LineReader = {
  name: 'sympy-repr',
  begins: 'line',
  needs: [{ begins: sign.letter | sign.bar }],
  recognise: (line) => {
    // The first piece is a corner: a bar alone is the edge of a table.
    if (!corners.has(line.text.charCodeAt(line.first))) return false;
    const cells = cellsIn(line) ?? [];
    const numbers = cells.length > 0 ? cells : line.next === null ? [] : (cellsIn(line.next) ?? []);
    return numbers.length > 0 && numbers.every((cell) => isNumberCell(line.text, cell));
  },
  read: readRows,
};

function* readRows(source: Source, first: Line): Steps<Found | null> {
  const { text, store } = source;
  const { limit } = first;
  let rows = 0;
  let columns = 0;
  let last = first;
  // Lines of its own, so that those that are read need not be kept.
  for (let line: Line | null = new Line(text, first.start, limit); line !== null; line = line.next) {
    const cells = cellsIn(line);
    if (cells === null) break;
    last = line;
    if (cells.length > 0) {
      if (rows === 0) columns = cells.length;
      if (cells.length !== columns) {
        const place = cells[columns]?.start ?? line.last;
        source.report('ragged', place, place + 1, { row: rows, length: cells.length, expected: columns });
      }
      for (const cell of cells) pushCell(source, cell, style);
      if (++rows % rowsPerSlice === 0) yield;
    }
    if (/[⎦┘⎠]/.test(text.charAt(line.last))) break;
  }
  const end = last.last + 1;
  if (!/[⎦┘⎠]/.test(text.charAt(last.last))) source.reportSyntax('unclosed', end, end, ']');
  const span = { offset: first.first, length: end - first.first };
  const shape = rows * columns === store.length ? [rows, columns] : [store.length];
  const array = store.take(shape, span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end };
}
