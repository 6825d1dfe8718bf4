import type { Steps } from '../../steps';
import { comma, doubleQuote, semicolon, tab } from '../characters';
import type { Notation, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell, pushHole } from './cells';
import { type Cell, headOfLine, nextLine, trimmed } from './lines';
import type { Found, NotationReader } from './notation';

const rowsPerSlice = 256;
/** A header of so many units is still read: frames have thousands of columns. */
const longestLine = 1_000_000;
const decimal = /^"?[-+−]?(?:\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+|\d+),\d+(?:e[-+]?\d+)?"?$/i;
const name = /^(?:"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_ .()%/-]*)$/u;

/** The cells of a line, trimmed; quoted ones may hold the delimiter. */
function cellsOf(text: string, start: number, end: number, delimiter: number): readonly Cell[] {
  const cells: Cell[] = [];
  let first = start;
  let quoted = false;
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : delimiter;
    if (unit === doubleQuote && at < end) quoted = !quoted;
    if (at < end && (unit !== delimiter || quoted)) continue;
    cells.push(delimiter === tab ? trimSpaces(text, first, at) : trimmed(text, first, at));
    first = at + 1;
  }
  return cells;
}

function trimSpaces(text: string, start: number, end: number): Cell {
  const cell = trimmed(text, start, end);
  return cell.start < cell.end ? cell : { start, end: start };
}

interface Layout {
  readonly delimiter: number;
  readonly columns: number;
  readonly header: boolean;
  /** The first cell of each row labels it. */
  readonly labelled: boolean;
  readonly decimalComma: boolean;
}

/** How the table that begins at `at` is written; null where it is none, or one that plain lines are read as. */
function layoutAt(text: string, at: number, limit: number): Layout | null {
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  const line = text.slice(at, end);
  if (!/[;,\t"]/.test(line) || /[[\](){}=\\|&]/.test(line)) return null;
  const delimiter = line.includes(';') ? semicolon : line.includes('\t') ? tab : comma;
  const head = cellsOf(text, at, end, delimiter);
  const second = nextLine(text, end, limit);
  const secondEnd = endOfLine(text, second, Math.min(limit, second + longestLine));
  const row = cellsOf(text, second, secondEnd, delimiter);
  const isHeader = head.every((cell) => isName(text, cell)) && head.some((cell) => cell.start < cell.end);
  const hasRow = second < limit && secondEnd > second;
  if (isHeader) return hasRow ? belowHeader(text, head, row, delimiter, second, limit) : null;
  if (!head.every((cell) => cell.start === cell.end || isNumeric(text, cell, delimiter))) return null;
  const isDecimal = delimiter !== comma && hasDecimalCommas(text, head, row, delimiter, hasRow);
  const hasEmpty = head.some((cell) => cell.start === cell.end);
  if (delimiter === semicolon && head.length > 1 && !isDecimal && hasEmpty && !hasRow) return null;
  if (isDecimal)
    return { delimiter, columns: head.length, header: false, labelled: false, decimalComma: true };
  // An empty cell is a number left out where the next line has as many cells; else it ends a statement.
  if (!hasEmpty || !hasRow || row.length !== head.length || head.every((cell) => cell.start === cell.end))
    return null;
  if (!row.every((cell) => cell.start === cell.end || isNumeric(text, cell, delimiter))) return null;
  return { delimiter, columns: head.length, header: false, labelled: false, decimalComma: false };
}

function belowHeader(
  text: string,
  head: readonly Cell[],
  row: readonly Cell[],
  delimiter: number,
  second: number,
  limit: number,
): Layout | null {
  const alone = head.length === 1;
  // One name alone is a header only in quotes, as programs write it.
  if (alone && text.charCodeAt(head[0]?.start ?? 0) !== doubleQuote) return null;
  const end = endOfLine(text, second, Math.min(limit, second + longestLine));
  const single = trimmed(text, second, end);
  if (alone && decimal.test(text.slice(single.start, single.end))) {
    return { delimiter: semicolon, columns: 1, header: true, labelled: false, decimalComma: true };
  }
  const labelled = row.length === head.length + 1 || unnamed(text, head[0]);
  const cells = labelled ? row.slice(1) : row;
  const columns = row.length === head.length + 1 ? head.length : head.length - (labelled ? 1 : 0);
  if (columns === 0 || cells.length === 0) return null;
  const filled = cells.filter((cell) => cell.start < cell.end);
  if (filled.length === 0 || !filled.every((cell) => isNumeric(text, cell, delimiter))) return null;
  const decimalComma = delimiter !== comma;
  return { delimiter, columns, header: true, labelled, decimalComma };
}

function unnamed(text: string, cell: Cell | undefined): boolean {
  return cell !== undefined && /^(?:""|'')?$/.test(text.slice(cell.start, cell.end));
}

function isName(text: string, cell: Cell): boolean {
  const written = text.slice(cell.start, Math.min(cell.end, cell.start + 200));
  if (written === '' || /^"\s*[-+]?[\d.]+"$/.test(written)) return written === '';
  return name.test(written) && !isNumberCell(text, cell);
}

function isNumeric(text: string, cell: Cell, delimiter: number): boolean {
  if (delimiter !== comma && decimal.test(text.slice(cell.start, Math.min(cell.end, cell.start + 100))))
    return true;
  return isNumberCell(text, cell) && !(delimiter === comma && text.slice(cell.start, cell.end).includes(','));
}

/**
 * Whether commas inside the cells are decimal. On one line alone `1,2;3,4` are two rows, unless a zero
 * before a comma, as in `0,5`, says otherwise.
 */
function hasDecimalCommas(
  text: string,
  head: readonly Cell[],
  row: readonly Cell[],
  delimiter: number,
  hasRow: boolean,
): boolean {
  const all = hasRow ? [...head, ...row] : head;
  const written = all.map((cell) => text.slice(cell.start, cell.end)).filter((cell) => cell !== '');
  if (!written.some((cell) => decimal.test(cell))) return false;
  if (
    hasRow &&
    row.length === head.length &&
    row.every((cell) => isNumeric(text, cell, delimiter) || cell.start === cell.end)
  ) {
    return true;
  }
  return delimiter === tab || written.some((cell) => /^[-+−]?0,\d/.test(cell));
}

/** CSV, TSV and tables with semicolons: a header, labels of rows, empty cells, decimal commas, quotes. */
export const delimited: NotationReader = {
  name: 'csv',
  begins: 'line',
  recognise: (text, at, limit) => {
    const head = headOfLine(text, at, Math.min(limit, at + 80));
    return (
      /[;,\t"]/.test(headOfLine(text, at, limit)) &&
      /^[\s\p{L}_"',;\d.+−-]/u.test(head) &&
      layoutAt(text, at, limit) !== null
    );
  },
  read: readTable,
};

function* readTable(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const layout = layoutAt(text, start, limit);
  if (layout === null) return null;
  const { delimiter, columns, labelled, decimalComma } = layout;
  const style = { decimalComma };
  const width = columns + (labelled ? 1 : 0);
  let at = layout.header ? nextLine(text, endOfLine(text, start, limit), limit) : start;
  let rows = 0;
  let last = start;
  while (at < limit) {
    const end = endOfLine(text, at, limit);
    const content = trimmed(text, at, end);
    if (content.start >= content.end) {
      // A row of empty cells is a row; an empty line ends the table.
      if (delimiter !== tab || end - at < columns - 1 || columns === 1) break;
    }
    const unit = text.charCodeAt(content.start);
    if (unit === 35 || unit === 96 || unit === 126) {
      if (unit !== 35) break;
      at = nextLine(text, end, limit);
      continue;
    }
    const cells = cellsOf(text, at, end, delimiter);
    if (rows > 0 && cells.length === 1 && width > 1 && cells[0] !== undefined && isName(text, cells[0]))
      break;
    const extra = cells[width];
    const surplus = cells.length === width + 1 && extra !== undefined && extra.start === extra.end;
    if (cells.length < width || (extra !== undefined && !surplus)) {
      const long = extra !== undefined;
      source.report('ragged', long ? extra.start : end, long ? end : end + 1, {
        row: rows,
        length: cells.length - (labelled ? 1 : 0),
        expected: columns,
      });
    }
    for (let i = labelled ? 1 : 0; i < width; i++) {
      const cell = cells[i];
      if (cell === undefined) pushHole(source, end);
      else pushCell(source, cell, style);
    }
    rows++;
    last = Math.max(content.end, at);
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  const first = trimmed(text, start, limit).start;
  const span = { offset: Math.min(first, last), length: Math.max(0, last - Math.min(first, last)) };
  const array = store.take([rows, columns], span);
  const choices: ReadingChoice[] = [];
  const commas = decimalComma && hasComma(text, array.starts, array.ends);
  if (commas) choices.push({ rule: 'decimal-comma' });
  if (layout.header) choices.push({ rule: 'header', columns });
  if (labelled) choices.push({ rule: 'index-column' });
  const kind: Notation = delimiter === tab ? 'tsv' : 'csv';
  const notation: Notation = commas ? `${kind}-decimal-comma` : kind;
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: at, notation };
}

function hasComma(text: string, starts: Uint32Array, ends: Uint32Array): boolean {
  return starts.some((start, index) => text.slice(start, ends[index]).includes(','));
}
