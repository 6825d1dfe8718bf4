import type { Steps } from '../../steps';
import { apostrophe, doubleQuote, isBlank } from '../characters';
import { onFirstUse } from '../onFirstUse';
import type { ReadingChoice } from '../reading';
import { RowRecall } from '../rowRecall';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { columnNames } from '../tableColumns';
import { isNumberCell, pushCell, pushHole } from './cells';
import { areCounted, type FirstColumn, firstColumnOf, takeLabels } from './labels';
import { type Line, sign } from './line';
import { type Cell, nextLine } from './lines';
import type { Found, LineReader } from './notation';

const beginsName = onFirstUse(() => /^[ \t]*["'\p{L}_]/u);

const rowsPerSlice = 256;
const noticedRows = 20;
const style = { decimalComma: false };
const otherSigns = sign.comma | sign.semicolon | sign.colon | sign.equals | sign.bar | sign.backslash;
const name = onFirstUse(() => /^(?:"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_.%-]*(?:\([\p{L}\p{N}_.%°/-]*\))?)$/u);

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

/** The words of a line; most have no quotes. */
function quotedWords(line: Line): readonly Cell[] {
  return (line.signs & sign.quote) === 0 ? line.words : wordsIn(line.text, line.start, line.end);
}

/** The first word of a line, and whether it is a number. */
function labelOf(line: Line): { readonly cell: Cell; readonly isNumber: boolean } {
  const cell = line.once(quotedWords)[0] ?? { start: line.end, end: line.end };
  return { cell, isNumber: isNumberCell(line.text, cell) };
}

/** What the first words of the rows below a line are. */
function labelsBelow({ next }: Line): readonly ReturnType<typeof labelOf>[] {
  const labels: ReturnType<typeof labelOf>[] = [];
  for (let row = next; row !== null && !row.isEmpty && labels.length < noticedRows; row = row.next) {
    labels.push(row.once(labelOf));
  }
  return labels;
}

function layoutOf(line: Line): Layout | null {
  const { text, next } = line;
  if (next === null) return null;
  const first = next.once(quotedWords);
  const last = first.at(-1);
  if (last === undefined || !isNumberCell(text, last)) return null;
  const header = line.once(quotedWords);
  if (!header.every((cell) => name().test(text.slice(cell.start, cell.end)) && !isNumberCell(text, cell)))
    return null;
  const width = first.length;
  if (header.length === 0 || width < header.length || width > header.length + 1) return null;
  const isNumeric = (cells: readonly Cell[], from: number) =>
    cells.slice(from).every((cell) => isNumberCell(text, cell));
  if (!isNumeric(first, 1)) return null;
  const isQuoted = /^["']/.test(text.slice(header[0]?.start, header[0]?.end));
  if (width < 2 && !isQuoted) return null;
  const labels = labelsBelow(line);
  const column = labels.map(({ cell }) => cell);
  const firstColumn = firstColumnOf(
    text,
    width === header.length ? header[0] : undefined,
    column,
    (_, index) => labels[index]?.isNumber === true,
  );
  if (width > header.length) {
    const isWritten = (pattern: RegExp) =>
      column.every(({ start, end }) => pattern.test(text.slice(start, end)));
    // Without two rows at least, a sentence above one line of numbers would look the same.
    const isLabelled =
      firstColumn === 'labels' ||
      isWritten(/^["']|^[\d.]+%$/) ||
      (column.length > 1 && areCounted(column.map(({ start, end }) => text.slice(start, end))));
    return isLabelled ? { header, firstColumn: isWritten(/^\d/) ? 'likely-labels' : 'labels', width } : null;
  }
  return isNumeric(first, firstColumn === 'labels' ? 1 : 0) ? { header, firstColumn, width } : null;
}

/** Names above rows of numbers with blanks between, in columns that need not stand below each other, as R writes tables. */
export const headedRows: LineReader = {
  name: 'plain',
  begins: 'line',
  needs: [{ begins: sign.letter | sign.quote }],
  recognise: (line) => {
    const { next } = line;
    if (next === null) return false;
    // What has these signs is another table, or a program.
    if ((line.signs & otherSigns) !== 0 && /[,;:=|\\]/.test(line.head(200))) return false;
    // In prose no line below ends in a number.
    if (line.endsInNumber || (!next.endsInNumber && (next.signs & sign.quote) === 0)) return false;
    return beginsName().test(line.head(200)) && line.once(layoutOf) !== null;
  },
  read: readTable,
};

function* readTable(source: Source, line: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = line;
  const layout = line.once(layoutOf);
  if (layout === null) return null;
  const { header, firstColumn, width } = layout;
  const [corner = { start, end: start }] = header;
  const labelled = takeLabels(source, firstColumn, corner);
  const skipped = labelled ? 1 : 0;
  const columns = width - skipped;
  let at = nextLine(text, line.end, limit);
  let rows = 0;
  let last = start;
  const recall = RowRecall.of(source, start, limit, 'headed', width, labelled);
  while (at < limit) {
    const joined = recall?.join({ at, rows, lastEnd: last }) ?? null;
    if (joined !== null) {
      ({ at, rows, lastEnd: last } = joined);
      yield;
      continue;
    }
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
  recall?.keep(array);
  const choices: ReadingChoice[] = [{ rule: 'header', columns }];
  if (labelled) choices.push({ rule: 'index-column' });
  const names = columnNames(text, header.slice(header.length - columns));
  const item = { kind: 'array', name: null, array, form: null, span, columns: names } as const;
  return { items: [item], choices, end: at };
}
