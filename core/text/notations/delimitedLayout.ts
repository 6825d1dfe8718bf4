import { bar, comma, doubleQuote, semicolon, tab } from '../characters';
import { onFirstUse } from '../onFirstUse';
import type { SettledChoices } from '../settled';
import { sideOf } from '../tableColumns';
import { isNumberCell } from './cells';
import { areCounted, type FirstColumn, firstColumnOf } from './labels';
import type { Line } from './line';
import { type Cell, trimmed } from './lines';

const nameAlone = onFirstUse(() => /^[\p{L}_][\w.]*(?:\(.*\))?$/u);

/** A header of so many units is still read: frames have thousands of columns. */
const longestLine = 1_000_000;
/** So many rows tell what the first column is. */
const noticedRows = 20;
const decimal = /^"?[-+−]?(?:\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+|\d+),\d+(?:e[-+]?\d+)?"?$/i;
const name = onFirstUse(() => /^(?:"[^"]*"|'[^']*'|[\p{L}_#№][\p{L}\p{N}_ .()%/°-]*(?:\([^()]*\))?)$/u);

/** The cells of a line, trimmed; quoted ones may hold the delimiter. */
export function cellsOf(text: string, start: number, end: number, delimiter: number): readonly Cell[] {
  const cells: Cell[] = [];
  let first = start;
  let quoted = false;
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : delimiter;
    if (unit === doubleQuote && at < end) quoted = !quoted;
    if (at < end && (unit !== delimiter || quoted)) continue;
    cells.push(withoutEmptyQuotes(text, trimSpaces(text, first, at)));
    first = at + 1;
  }
  return cells;
}

/** `""` is an empty cell. */
function withoutEmptyQuotes(text: string, cell: Cell): Cell {
  return cell.end - cell.start === 2 && text.startsWith('""', cell.start)
    ? { start: cell.start + 1, end: cell.start + 1 }
    : cell;
}

function trimSpaces(text: string, start: number, end: number): Cell {
  const cell = trimmed(text, start, end);
  return cell.start < cell.end ? cell : { start, end: start };
}

export interface Layout {
  readonly delimiter: number;
  /** Without the one that labels the rows. */
  readonly columns: number;
  readonly header: boolean;
  /** Whether the first line could be the other of header and data as well. */
  readonly headerIsOpen: boolean;
  /** What the first column is; `data` also where rows have labels that no header names. */
  readonly firstColumn: FirstColumn;
  readonly firstCell: Cell;
  readonly decimalComma: boolean;
  /** Whether the commas could part numbers as well. */
  readonly commaIsOpen: boolean;
}

/** How the table that begins with the line is written; null where it is none, or one that plain lines are read as. */
export function layoutOf(line: Line, settled: SettledChoices): Layout | null {
  const { text } = line;
  const written = line.head(longestLine);
  if (written.includes('&') || /\|[ \t]*$/.test(written)) return null;
  // A bar first parts an empty name from others, above rows that have labels there; else it is of a frame.
  if (/^[ \t]*\|/.test(written) && (line.next === null || /^[ \t]*\|/.test(line.next.head(20)))) return null;
  const isAlone = nameAlone().test(written.trim());
  if (!isAlone && !/[;,\t"|]/.test(written)) return null;
  const delimiter = delimiterOf(written);
  const { cells: head, isHeader } = line.once(rowBy(delimiter));
  const firstCell = head[0] ?? { start: line.start, end: line.start };
  const isNumberOrEmpty = (cell: Cell) => cell.start === cell.end || isNumeric(text, cell, delimiter);
  const hasNumbers =
    head.slice(1).every(isNumberOrEmpty) && (isNumberOrEmpty(firstCell) || isName(text, firstCell));
  if (!isHeader && !(hasNumbers && (isNumberOrEmpty(firstCell) || areYears(text, head)))) return null;
  // Where nothing but words stands below words, no row needs to be looked at again.
  if (isHeader && !hasNumberBelow(line, rowBy(delimiter))) return null;
  const below = rowsBelow(line, delimiter);
  const numeric =
    below.find(({ firstNumber }) => firstNumber > 0) ?? below.find(({ firstNumber }) => firstNumber === 0);
  const rows = below.map(({ cells }) => cells);
  const row = numeric?.cells ?? rows[0];
  if (isHeader) return row === undefined ? null : belowHeader(text, head, row, rows, delimiter);
  const table = { delimiter, columns: head.length, firstCell, headerIsOpen: true, commaIsOpen: false };
  const numbered = numberedHeader(text, head, rows);
  if (numbered !== null && settled.header !== false) {
    const columns = head.length - (numbered === 'labels' || numbered === 'likely-labels' ? 1 : 0);
    if (settled.header === true || numbered !== 'data' || isQuotedHeader(text, head, rows))
      return { ...table, columns, header: true, firstColumn: numbered, decimalComma: delimiter !== comma };
  }
  const isDecimal =
    settled.decimalComma !== false &&
    (delimiter === comma
      ? hasQuotedDecimals(text, [...head, ...(row ?? [])])
      : hasDecimalCommas(text, head, row, delimiter));
  const plain = { ...table, header: false, firstColumn: 'data', decimalComma: isDecimal } as const;
  const hasEmpty = head.some((cell) => cell.start === cell.end);
  if (isDecimal) return { ...plain, headerIsOpen: false, commaIsOpen: delimiter === semicolon };
  if (settled.header === true && row?.length === head.length) return { ...plain, header: true };
  // Whole numbers above others may be names of columns, and so they are offered.
  if (numbered !== null) return plain;
  if (row?.length === head.length && [...head, ...row].some((cell) => isGrouped(text, cell))) {
    return { ...plain, headerIsOpen: false };
  }
  // An empty cell is a number left out where the next line has as many cells; else it ends a statement.
  if ((!hasEmpty && delimiter !== bar) || row?.length !== head.length) return null;
  if (!row.every((cell) => cell.start === cell.end || isNumeric(text, cell, delimiter))) return null;
  return { ...plain, headerIsOpen: false };
}

function delimiterOf(line: string): number {
  if (line.includes('|')) return bar;
  if (line.includes(';')) return semicolon;
  return line.includes('\t') ? tab : comma;
}

/** The cells of a line, and what is told from them once for all tables that the line may stand in. */
class Row {
  readonly cells: readonly Cell[];
  /** How many of the rows below are known to have no number, and the line after them. */
  wordsBelow: { readonly rows: number; readonly next: Line | null };
  private foundNumber: number | undefined;
  private foundNames: boolean | undefined;

  constructor(
    private readonly line: Line,
    private readonly delimiter: number,
  ) {
    const { text, start, end } = line;
    this.wordsBelow = { rows: 0, next: line.next };
    this.cells = cellsOf(text, start, Math.min(end, start + longestLine), delimiter);
  }

  /** The place of a number, after the first cell if there is one; −1 where none is. */
  get firstNumber(): number {
    if (this.foundNumber === undefined) {
      const { cells, delimiter } = this;
      const isNumber = (cell: Cell) => isNumeric(this.line.text, cell, delimiter);
      const place = cells.findIndex((cell, index) => index > 0 && isNumber(cell));
      this.foundNumber = place < 0 && cells[0] !== undefined && isNumber(cells[0]) ? 0 : place;
    }
    return this.foundNumber;
  }

  /** Whether every cell is a name or empty, and not all are empty. */
  get isHeader(): boolean {
    const { cells, line } = this;
    this.foundNames ??=
      cells.every((cell) => isName(line.text, cell)) && cells.some((cell) => cell.start < cell.end);
    return this.foundNames;
  }
}

type RowOf = (line: Line) => Row;
const byComma: RowOf = (line) => new Row(line, comma);
const rowsBy: ReadonlyMap<number, RowOf> = new Map(
  [semicolon, tab, bar].map((delimiter): [number, RowOf] => [delimiter, (line) => new Row(line, delimiter)]),
);

/** How a line is parted into cells; of each delimiter the same function, so that a line is parted once. */
function rowBy(delimiter: number): RowOf {
  return rowsBy.get(delimiter) ?? byComma;
}

/** Whether one of the first rows below a line has a number; what the line above has seen is not looked at again. */
function hasNumberBelow(line: Line, rowOf: RowOf): boolean {
  let { rows, next } = line.once(rowOf).wordsBelow;
  for (; next !== null && next.end > next.start && rows < noticedRows; next = next.next) {
    if (next.once(rowOf).firstNumber >= 0) return true;
    rows++;
  }
  if (rows > 0 && line.next !== null) line.next.once(rowOf).wordsBelow = { rows: rows - 1, next };
  return false;
}

/** The first rows below a line. */
function rowsBelow(line: Line, delimiter: number): readonly Row[] {
  const rows: Row[] = [];
  for (
    let row = line.next;
    row !== null && row.end > row.start && rows.length < noticedRows;
    row = row.next
  ) {
    rows.push(row.once(rowBy(delimiter)));
  }
  return rows;
}

function belowHeader(
  text: string,
  head: readonly Cell[],
  row: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  delimiter: number,
): Layout | null {
  const [first = { start: 0, end: 0 }] = head;
  const base = { delimiter, header: true, headerIsOpen: false, firstCell: first, commaIsOpen: false };
  const alone = head.length === 1;
  const lines = (alone ? rows : []).map((cells) => text.slice(cells[0]?.start ?? 0, cells.at(-1)?.end));
  const isWhole = (line: string) => decimal.test(line) || /^[-+−]?\d+(?:e[-+]?\d+)?$/i.test(line);
  // Commas part numbers all the same where every line has as many.
  if (
    alone &&
    lines.some((line) => decimal.test(line)) &&
    lines.every((line) => isWhole(line) || !/,/.test(line))
  ) {
    return { ...base, delimiter: semicolon, columns: 1, firstColumn: 'data', decimalComma: true };
  }
  // One name alone is a header only in quotes, as programs write it, or where it is that of a distribution.
  if (
    alone &&
    text.charCodeAt(first.start) !== doubleQuote &&
    sideOf(text.slice(first.start, first.end)) === null
  )
    return null;
  const isShort = row.length === head.length + 1;
  // A text may have a header every few lines, each of which looks at as many rows.
  const column: Cell[] = [];
  for (const cells of rows) {
    const cell = cells.length === row.length ? cells[0] : undefined;
    if (cell !== undefined) column.push(cell);
  }
  const isUnnamed = isShort || unnamed(text, first);
  const firstColumn: FirstColumn = isUnnamed ? 'labels' : alone ? 'data' : firstColumnOf(text, first, column);
  const cells = firstColumn === 'labels' ? row.slice(1) : row;
  const columns = isShort ? head.length : head.length - (firstColumn === 'labels' ? 1 : 0);
  if (columns === 0 || cells.length === 0) return null;
  const filled = cells.filter((cell) => cell.start < cell.end);
  // One number among words is a row all the same, and the words are what is wrong with it.
  if (!filled.some((cell) => isNumeric(text, cell, delimiter))) return null;
  const width = columns - (firstColumn === 'likely-labels' ? 1 : 0);
  const isDecimal = delimiter !== comma || (hasQuotes(text, rows) && hasQuotedDecimals(text, rows.flat()));
  return { ...base, columns: width, firstColumn, decimalComma: isDecimal };
}

/**
 * What the first column is below a line 0, 1, 2 … that seems to number the columns, as pandas writes
 * frames without names; null where the line seems to be data: others below are whole numbers too.
 */
function numberedHeader(
  text: string,
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): FirstColumn | null {
  const written = head.map(({ start, end }) => text.slice(start, end));
  const [corner = '', ...others] = written;
  if (rows.length === 0 || rows.some((cells) => cells.length !== head.length)) return null;
  const column = rows.flatMap((cells) => cells.slice(0, 1));
  const labels = column.map(({ start, end }) => text.slice(start, end));
  if (isQuotedHeader(text, head, rows))
    return column.every((cell) => isQuoted(text, cell)) ? 'labels' : firstColumnOf(text, head[0], column);
  if (corner === '' && (areCounted(others) || others.length > 1) && areAscending(others)) {
    const kind = firstColumnOf(text, undefined, column);
    return kind === 'labels' ||
      areCounted(labels) ||
      (others.length > 1 && areAscending(labels) && !labels.includes(''))
      ? 'labels'
      : null;
  }
  if (head[0] !== undefined && isName(text, head[0]))
    return areYears(text, head) && !rows.some((cells) => areYears(text, cells))
      ? firstColumnOf(text, head[0], column)
      : null;
  if (head.length < 2 || !areCounted(written)) return null;
  const hasFractions = rows.every((cells) =>
    cells.some(({ start, end }) => /\d\.\d/.test(text.slice(start, end))),
  );
  return hasFractions ? 'data' : null;
}

/** Whether names stand in quotes above numbers without, as R writes them. */
function isQuotedHeader(text: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): boolean {
  return (
    rows.length > 0 &&
    head.every((cell) => isQuoted(text, cell)) &&
    rows.every((cells) => !cells.every((cell) => isQuoted(text, cell)))
  );
}

/** Whether a cell is in quotes, or was nothing but these. */
function isQuoted(text: string, { start, end }: Cell): boolean {
  return (
    text.charCodeAt(start) === doubleQuote && (start < end || text.charCodeAt(start - 1) === doubleQuote)
  );
}

/** Whether numbers become ever greater. */
function areAscending(written: readonly string[]): boolean {
  const numbers = written.map(Number);
  return numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value));
}

const year = /^(?:1[89]|2[01])\d\d$/;

/** Whether the cells behind the first are years, which are names of columns rather than data. */
function areYears(text: string, [, ...cells]: readonly Cell[]): boolean {
  const written = cells.map(({ start, end }) => text.slice(start, end));
  return written.length > 1 && areAscending(written) && written.every((cell) => year.test(cell));
}

function unnamed(text: string, cell: Cell): boolean {
  return /^(?:""|'')?$/.test(text.slice(cell.start, cell.end));
}

export function isName(text: string, cell: Cell): boolean {
  const written = text.slice(cell.start, Math.min(cell.end, cell.start + 200));
  if (written === '' || /^"\s*[-+]?[\d.]+"$/.test(written)) return written === '';
  return name().test(written) && !isNumberCell(text, cell);
}

function isNumeric(text: string, cell: Cell, delimiter: number): boolean {
  const written = text.slice(cell.start, Math.min(cell.end, cell.start + 100));
  if ((delimiter !== comma || written.startsWith('"')) && decimal.test(written)) return true;
  return isNumberCell(text, cell) && !(delimiter === comma && /^[^"]*,/.test(written));
}

/** Whether thousands are parted, which lines without cells do not have. */
function isGrouped(text: string, cell: Cell): boolean {
  const written = text.slice(cell.start, Math.min(cell.end, cell.start + 100));
  return /^".*"$|\d['’ \u00a0\u2009\u202f]\d{3}|\d,\d{3}\.\d/.test(written);
}

const groups = /^"?[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"?$/;

/** Whether a quote stands in any of the rows, which follow each other. */
function hasQuotes(text: string, rows: readonly (readonly Cell[])[]): boolean {
  const start = rows[0]?.[0]?.start ?? 0;
  return text.slice(start, rows.at(-1)?.at(-1)?.end ?? start).includes('"');
}

/** Whether the commas inside quotes of a table with commas between its cells are decimal, and part no thousands. */
export function hasQuotedDecimals(text: string, cells: readonly Cell[]): boolean {
  const quoted = cells
    .filter(({ start }) => text.charCodeAt(start) === doubleQuote)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 100)))
    .filter((cell) => /^".*,.*"$/.test(cell));
  return (
    quoted.length > 0 &&
    quoted.every((cell) => decimal.test(cell)) &&
    !quoted.every((cell) => groups.test(cell))
  );
}

/**
 * Whether commas inside the cells are decimal. On one line alone `1,2;3,4` are two rows, unless a zero
 * before a comma, as in `0,5`, says otherwise.
 */
function hasDecimalCommas(
  text: string,
  head: readonly Cell[],
  row: readonly Cell[] | undefined,
  delimiter: number,
): boolean {
  const all = row === undefined ? head : [...head, ...row];
  const written = all.map((cell) => text.slice(cell.start, cell.end)).filter((cell) => cell !== '');
  if (!written.some((cell) => decimal.test(cell))) return false;
  if (
    row?.length === head.length &&
    row.every((cell) => isNumeric(text, cell, delimiter) || cell.start === cell.end)
  ) {
    return true;
  }
  return delimiter === tab || written.some((cell) => /^[-+−]?0,\d/.test(cell));
}
