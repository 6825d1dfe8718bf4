import type { Steps } from '../../steps';
import { comma, hash, isLineBreak, tab } from '../characters';
import { type LinePlace, LineRuns } from '../lineRuns';
import { onFirstUse } from '../onFirstUse';
import type { Notation, ReadingChoice } from '../reading';
import { RowRecall } from '../rowRecall';
import { byCommas, type Separation } from '../scanner/scannerMemory';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { columnNames, sideOf } from '../tableColumns';
import { pushCell, pushHole } from './cells';
import { cellsOf, isName, type Layout, layoutOf } from './delimitedLayout';
import { takeLabels } from './labels';
import { type Line, sign } from './line';
import { nextLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const beginsCells = onFirstUse(() => /^[\s\p{L}_#№"',;|\d.+−-]/u);
const nameAlone = onFirstUse(() => /^[\p{L}_][\w.]*[ \t]*$/u);

const rowsPerSlice = 256;
const noticedUnits = 4_096;
const delimiters = sign.comma | sign.semicolon | sign.tab | sign.quote | sign.bar;
const noTable = sign.opener | sign.closer | sign.equals | sign.backslash;

/** CSV, TSV and tables with semicolons: a header, labels of rows, empty cells, decimal commas, quotes. */
export const delimited: LineReader = {
  name: 'csv',
  begins: 'line',
  needs: [
    {
      has: delimiters,
      lacks: noTable,
    },
    { begins: sign.letter, lacks: noTable },
    // Above numbers alone, `p(x),q(x)` names columns.
    {
      begins: sign.letter | sign.quote | sign.comma,
      ends: sign.closer | sign.letter | sign.quote | sign.digit,
      has: sign.closer,
    },
  ],
  recognise: (line, settled) => {
    if ((line.signs & noTable) !== 0 && !headsArguments(line)) return false;
    if ((line.signs & delimiters) === 0 && !headsDecimals(line) && !headsDistribution(line)) return false;
    return beginsCells().test(line.head(2)) && layoutOf(line, settled) !== null;
  },
  read: readTable,
};

/** One name above lines such as `0,5`. */
function headsDecimals({ next, text, start, first, end }: Line): boolean {
  if (next === null || (next.signs & sign.comma) === 0 || first !== start || end - start > longestName)
    return false;
  return /^[-+−]?\d+,\d/.test(next.head(longestName)) && nameAlone().test(text.slice(start, end));
}

/** Names of which some have arguments, `x,p(x)` or `P(X = x)`, above a line without words. */
function headsArguments({ next, text, start, end }: Line): boolean {
  if (next === null || (next.signs & noTable) !== 0 || next.isEmpty) return false;
  // A letter may be that of an exponent.
  if ((next.signs & sign.letter) !== 0 && !next.endsInNumber && !endsInCell(next)) return false;
  return end - start <= longestName && argumentNames().test(text.slice(start, end));
}

/** `p` alone above one number alone: numbers of any other name are read without it. */
function headsDistribution({ next, text, start, end }: Line): boolean {
  if (next === null || end - start > longestName || next.signs & delimiters) return false;
  return (
    next.endsInNumber && next.first === next.lastWord.start && sideOf(text.slice(start, end).trim()) !== null
  );
}

/** Whether digits stand behind the last comma or tab of a line. */
function endsInCell(line: Line): boolean {
  return /[,;\t] *[-+]?\d[\d.]*(?:e[-+]?\d+)?\s*$/i.test(line.head(longestName));
}

const argumentNames = onFirstUse(() => /^[^()[\]{}=\\]*(?:\([\p{L}\p{N}_ =./%°-]{0,20}\)[^()[\]{}=\\]*)+$/u);
const longestName = 120;

/** Whether its commas are decimal is told from the first rows: where there are none, numbers have points. */
function separationOf(text: string, at: number, { delimiter, decimalComma }: Layout): Separation {
  if (delimiter === comma) return byCommas;
  const isDecimalComma = decimalComma && /\d,\d/.test(text.slice(at, at + noticedUnits));
  return { separator: delimiter, isDecimalComma };
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line above the one that begins at `at` ends. */
function endOfLineBefore(text: string, at: number): number {
  return text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
}

function* readTable(source: Source, line: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = line;
  const layout = layoutOf(line, source.settled);
  if (layout === null) return null;
  const { delimiter, decimalComma, firstColumn, firstCell } = layout;
  const style = { decimalComma };
  const labelled = takeLabels(source, firstColumn, firstCell);
  const width = layout.columns + (firstColumn === 'labels' || firstColumn === 'likely-labels' ? 1 : 0);
  const columns = width - (labelled ? 1 : 0);
  if (layout.headerIsOpen) source.offer('header', !layout.header, start, endOfLine(text, start, limit));
  let at = layout.header ? nextLine(text, endOfLine(text, start, limit), limit) : start;
  let rows = 0;
  let last = start;
  const separation = separationOf(text, at, layout);
  const runs = new LineRuns(source, start, limit, {
    separation,
    byBlanks: false,
    isLabelled: labelled,
    takesMissing: true,
  });
  /** Where the row above ends; before the first, where that begins. */
  let place: LinePlace = { at, previous: 'open', count: 0, columns, lastEnd: at };
  const recall = RowRecall.of(
    source,
    start,
    limit,
    'csv',
    delimiter,
    width,
    labelled,
    decimalComma,
    separation,
  );
  while (at < limit) {
    const joined = recall?.join({ at, rows, lastEnd: last }) ?? null;
    if (joined !== null) {
      ({ at, rows, lastEnd: last } = joined);
      place =
        rows === 0
          ? { ...place, at }
          : { at: endOfLineBefore(text, at), previous: 'item', count: columns, columns, lastEnd: last };
      yield;
      continue;
    }
    /** Numbers that have been read of a row that is not plain to its end. */
    let done = 0;
    const run =
      labelled && place.previous === 'open'
        ? null
        : runs.next(place, Math.min(limit, recall?.joinAt ?? limit));
    if (run !== null) {
      yield;
      const end = endOfLine(text, run.at, limit);
      const isWhole =
        run.previous === 'item' && run.count === columns && trimmed(text, run.at, end).start === end;
      rows += run.rows + (place.previous === 'open' ? 1 : 0) - (isWhole ? 0 : 1);
      if (isWhole) {
        last = run.lastEnd;
        at = nextLine(text, end, limit);
        place = { ...run, at: end, columns };
        continue;
      }
      done = run.count;
      at = startOfLine(text, run.lastEnd);
    }
    const end = endOfLine(text, at, limit);
    const content = trimmed(text, at, end);
    if (content.start >= content.end) {
      // A row of empty cells is a row; an empty line ends the table.
      if (delimiter !== tab || end - at < columns - 1 || columns === 1) break;
    }
    const unit = text.charCodeAt(content.start);
    if ((unit === hash && !text.startsWith('#N/A', content.start)) || unit === 96 || unit === 126) {
      if (unit !== hash) break;
      at = nextLine(text, end, limit);
      place = { ...place, at: place.previous === 'open' ? at : end };
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
    for (let i = done + (labelled ? 1 : 0); i < width; i++) {
      const cell = cells[i];
      if (cell === undefined) pushHole(source, end);
      else pushCell(source, cell, style);
    }
    rows++;
    last = Math.max(content.end, at);
    at = nextLine(text, end, limit);
    place = { at: end, previous: 'item', count: columns, columns, lastEnd: last };
    if (rows % rowsPerSlice === 0) yield;
  }
  const first = trimmed(text, start, limit).start;
  const span = { offset: Math.min(first, last), length: Math.max(0, last - Math.min(first, last)) };
  const array = store.take([rows, columns], span);
  recall?.keep(array);
  const choices: ReadingChoice[] = [];
  const comesComma = text.indexOf(',', span.offset);
  const commas =
    decimalComma &&
    comesComma >= 0 &&
    comesComma < last &&
    array.places.findIndex((start, end) => text.slice(start, end).includes(',')) >= 0;
  if (commas) choices.push({ rule: 'decimal-comma' });
  if (commas && layout.commaIsOpen) source.offer('decimalComma', false, span.offset, last);
  if (layout.header) choices.push({ rule: 'header', columns });
  if (labelled) choices.push({ rule: 'index-column' });
  const kind: Notation = delimiter === tab ? 'tsv' : 'csv';
  const notation: Notation = commas ? `${kind}-decimal-comma` : kind;
  const columnsOf = layout.header
    ? {
        columns: columnNames(
          text,
          cellsOf(text, start, endOfLine(text, start, limit), delimiter).slice(labelled ? 1 : 0),
        ),
      }
    : {};
  const item = { kind: 'array', name: null, array, form: null, span, ...columnsOf } as const;
  return { items: [item], choices, end: at, notation };
}
