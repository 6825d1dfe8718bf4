import type { Steps } from '../../steps';
import type { Name } from '../items';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { type Entry, matrixOf } from './coordinates';
import { type Line, sign } from './line';
import { nextLine, skipEmptyLines, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const longestHead = 200;
const entriesPerSlice = 1_024;
const nameLine = /^[ \t]*([A-Za-z]\w*)[ \t]*=[ \t]*$/;
const sizeLine = /^\s*Compressed Column Sparse \(rows = (\d+), cols = (\d+), nnz = \d+(?: \[[^\]]*\])?\)\s*$/;
const entry = /^[ \t]*\((\d+), (\d+)\) ->[ \t]*(?=\S)/;

/** A sparse matrix as Octave prints it: its size, and an entry a line. */
export const octaveSparse: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [{ ends: sign.equals }, { begins: sign.letter, ends: sign.closer, has: sign.equals }],
  recognise: (line) => sizeBelow(line) !== null,
  read: readSparse,
};

interface Size {
  readonly name: string | undefined;
  readonly rows: number;
  readonly columns: number;
  /** The end of the line that says it. */
  readonly end: number;
}

function sizeBelow(line: Line): Size | null {
  const name = nameLine.exec(line.head(longestHead))?.[1];
  const body = name === undefined ? line : (line.next?.filled(longestHead) ?? null);
  const size = body === null ? null : sizeLine.exec(body.head(longestHead));
  if (body === null || size === null) return null;
  return { name, rows: Number(size[1]), columns: Number(size[2]), end: body.end };
}

function* readSparse(source: Source, line: Line): Steps<Found | null> {
  const { text, scanner } = source;
  const { start, limit } = line;
  const size = sizeBelow(line);
  if (size === null) return null;
  const { rows, columns } = size;
  const { start: offset } = trimmed(text, start, limit);
  const entries: Entry[] = [];
  let at = skipEmptyLines(text, nextLine(text, size.end, limit), limit);
  let last = size.end;
  for (let count = 1; at < limit; count++) {
    const end = endOfLine(text, at, limit);
    const match = entry.exec(text.slice(at, Math.min(end, at + longestHead)));
    if (match === null) break;
    const from = at + match[0].length;
    const cell = trimmed(text, from, end);
    const [row, column] = [Number(match[1]) - 1, Number(match[2]) - 1];
    const isRead = scanner.scan(text, cell.start, cell.end) === 'number' && scanner.end === cell.end;
    if (!isRead) source.reportSyntax('unexpected-token', cell.start, cell.end, 'number');
    else entries.push({ row, column, value: scanner.value, ...cell });
    last = cell.end;
    at = nextLine(text, end, limit);
    if (count % entriesPerSlice === 0) yield;
  }
  const span = { offset, length: last - offset };
  const array = matrixOf(source, entries, [rows, columns], span, size.end);
  if (array === null) return { items: [], choices: [], end: Math.max(at, last) };
  const name: Name | null =
    size.name === undefined ? null : { text: size.name, span: { offset, length: size.name.length } };
  return {
    items: [{ kind: 'array', name, array, form: null, span }],
    choices: [{ rule: 'implied-zeros' }],
    end: Math.max(at, last),
  };
}
