import type { Steps } from '../../steps';
import { apostrophe, doubleQuote, isBlank } from '../characters';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell, pushHole } from './cells';
import { areCounted, type FirstColumn, firstColumnOf, takeLabels } from './labels';
import { type Cell, headOfLine, longestLine, nextLine } from './lines';
import type { Found, NotationReader } from './notation';

const rowsPerSlice = 256;
const noticedRows = 20;
const style = { decimalComma: false };
const name = /^(?:"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_.%-]*)$/u;

/** The words of a line, where quotes keep blanks together. */
function wordsIn(text: string, start: number, end: number): readonly Cell[] {
  const words: Cell[] = [];
  for (let at = start; ; ) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at >= end) return words;
    const first = at;
    const unit = text.charCodeAt(at);
    const isQuoted = unit === doubleQuote || unit === apostrophe;
    const close = isQuoted ? text.indexOf(String.fromCharCode(unit), at + 1) : -1;
    at = close > 0 && close < end ? close + 1 : at + 1;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    words.push({ start: first, end: at });
  }
}

interface Layout {
  readonly header: readonly Cell[];
  readonly firstColumn: FirstColumn;
  /** How many words a row has. */
  readonly width: number;
}

function rowsBelow(text: string, end: number, limit: number): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  let at = nextLine(text, end, limit);
  while (at < limit && rows.length < noticedRows) {
    const last = endOfLine(text, at, Math.min(limit, at + longestLine));
    const words = wordsIn(text, at, last);
    if (words.length === 0) break;
    rows.push(words);
    at = nextLine(text, last, limit);
  }
  return rows;
}

function layoutAt(text: string, at: number, limit: number): Layout | null {
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  const header = wordsIn(text, at, end);
  if (!header.every((cell) => name.test(text.slice(cell.start, cell.end)) && !isNumberCell(text, cell)))
    return null;
  // In prose no line is, so that the others need not be looked at.
  const next = nextLine(text, end, limit);
  const last = wordsIn(text, next, endOfLine(text, next, Math.min(limit, next + longestLine))).at(-1);
  if (last === undefined || !isNumberCell(text, last)) return null;
  const rows = rowsBelow(text, end, limit);
  const [first] = rows;
  if (header.length === 0 || first === undefined) return null;
  const width = first.length;
  const isNumeric = (cells: readonly Cell[], from: number) =>
    cells.slice(from).every((cell) => isNumberCell(text, cell));
  const column = rows.flatMap((cells) => cells.slice(0, 1));
  if (width === header.length + 1) {
    const written = column.map(({ start, end: stop }) => text.slice(start, stop));
    // Without two rows at least, a sentence above one line of numbers would look the same.
    const isLabelled =
      firstColumnOf(text, undefined, column) === 'labels' ||
      written.every((word) => /^["']/.test(word)) ||
      (areCounted(written) && rows.length > 1);
    if (!isLabelled || !isNumeric(first, 1)) return null;
    return {
      header,
      firstColumn: written.every((word) => /^\d/.test(word)) ? 'likely-labels' : 'labels',
      width,
    };
  }
  const isQuoted = /^["']/.test(text.slice(header[0]?.start, header[0]?.end));
  if (width !== header.length || (width < 2 && !isQuoted)) return null;
  const firstColumn = firstColumnOf(text, header[0], column);
  return isNumeric(first, firstColumn === 'labels' ? 1 : 0) ? { header, firstColumn, width } : null;
}

/** Names above rows of numbers with blanks between, in columns that need not stand below each other, as R writes tables. */
export const headedRows: NotationReader = {
  name: 'plain',
  begins: 'line',
  recognise: (text, at, limit) => {
    const line = headOfLine(text, at, Math.min(limit, at + 200));
    return (
      /^[ \t]*["'\p{L}_]/u.test(line) && !/[,;:=|[\](){}\\]/.test(line) && layoutAt(text, at, limit) !== null
    );
  },
  read: readTable,
};

function* readTable(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const layout = layoutAt(text, start, limit);
  if (layout === null) return null;
  const { header, firstColumn, width } = layout;
  const [corner = { start, end: start }] = header;
  const labelled = takeLabels(source, firstColumn, corner);
  const skipped = labelled ? 1 : 0;
  const columns = width - skipped;
  let at = nextLine(text, endOfLine(text, start, limit), limit);
  let rows = 0;
  let last = start;
  while (at < limit) {
    const end = endOfLine(text, at, limit);
    const words = wordsIn(text, at, end);
    const isRow = words.slice(skipped).some((cell) => isNumberCell(text, cell));
    if (words.length === 0 || !isRow) break;
    if (words.length !== width) {
      const long = words[width];
      source.report('ragged', long?.start ?? end, long === undefined ? end + 1 : end, {
        row: rows,
        length: words.length - skipped,
        expected: columns,
      });
    }
    for (let i = skipped; i < width; i++) {
      const cell = words[i];
      if (cell === undefined) pushHole(source, end);
      else pushCell(source, cell, style);
    }
    rows++;
    last = words.at(-1)?.end ?? end;
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  const span = { offset: corner.start, length: last - corner.start };
  const array = store.take([rows, columns], span);
  const choices: ReadingChoice[] = [{ rule: 'header', columns }];
  if (labelled) choices.push({ rule: 'index-column' });
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: at };
}
