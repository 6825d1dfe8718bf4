import type { Steps } from '../../steps';
import type { Source } from '../source';
import { isNumberCell } from './cells';
import { type Entry, matrixOf } from './coordinates';
import { Line, sign } from './line';
import { longestLine } from './lines';
import type { Found, LineReader } from './notation';

const rowsPerSlice = 256;
const head = /^\s*(\d+) x (\d+) (?:sparse |diagonal )?[Mm]atrix of class "\w+"(?: \([\w ]+\))?\s*$/;

/** A matrix of R's package Matrix: a point stands for a zero that is not stored. */
export const rSparse: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [{ begins: sign.digit, ends: sign.quote }],
  recognise: (line) => head.test(line.head(longestLine)),
  read: readMatrix,
};

function* readMatrix(source: Source, first: Line): Steps<Found | null> {
  const { text, scanner } = source;
  const [, height = '0', width = '0'] = head.exec(first.head(longestLine)) ?? [];
  const [rows, columns] = [Number(height), Number(width)];
  const entries: Entry[] = [];
  let row = 0;
  let end = first.end;
  // Lines of its own, so that those that are read need not be kept.
  let line: Line | null = first.next === null ? null : new Line(text, first.next.start, first.limit);
  for (; line !== null && row < rows; line = line.next) {
    const cells = line.words.slice(-columns);
    const isRow =
      line.words.length > columns &&
      cells.every((cell) => isNumberCell(text, cell) || /^[.|]$/.test(text.slice(cell.start, cell.end)));
    // The names of the columns, or blanks in their place.
    if (!isRow && row === 0 && line !== null && end === first.end) continue;
    if (!isRow) break;
    cells.forEach(({ start, end: cellEnd }, column) => {
      const written = text.slice(start, cellEnd);
      if (written === '.') return;
      const isRead = scanner.scan(text, start, cellEnd) === 'number' && scanner.end === cellEnd;
      const value = isRead ? scanner.value : written === '|' ? 1 : Number.NaN;
      entries.push({ row, column, value, start, end: cellEnd });
    });
    row++;
    end = line.end;
    if (row % rowsPerSlice === 0) yield;
  }
  const span = { offset: first.first, length: end - first.first };
  if (row < rows) {
    source.report('elided', end, end, { mark: '' });
    return { items: [], choices: [], end };
  }
  const array = matrixOf(source, entries, [rows, columns], span, end);
  const items = array === null ? [] : [{ kind: 'array', name: null, array, form: null, span } as const];
  return { items, choices: [{ rule: 'implied-zeros' }], end };
}
