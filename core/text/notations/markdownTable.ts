import type { Steps } from '../../steps';
import { bar } from '../characters';
import { RowRecall } from '../rowRecall';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { columnNames } from '../tableColumns';
import { pushCell, pushHole } from './cells';
import { type FirstColumn, firstColumnOf, takeLabels } from './labels';
import { type Line, sign } from './line';
import { type Cell, longestLine, nextLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const rowsPerSlice = 256;
const noticedRows = 20;
const signsOfRule = sign.bar | sign.dash | sign.colon | sign.tab;
const rule = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** A Markdown table: a header, a rule, rows. A first column without a name labels the rows. */
export const markdownTable: LineReader = {
  name: 'markdown',
  begins: 'line',
  needs: [{ has: sign.bar }],
  recognise: (line) =>
    line.next !== null &&
    (line.next.signs & ~signsOfRule) === 0 &&
    rule.test(line.next.head(longestLine)) &&
    line.head(longestLine).includes('|'),
  read: readTable,
};

function cellsOf(text: string, start: number, end: number): readonly Cell[] {
  const line = trimmed(text, start, end);
  let first = text.charCodeAt(line.start) === bar ? line.start + 1 : line.start;
  const last = text.charCodeAt(line.end - 1) === bar && line.end - 1 > line.start ? line.end - 1 : line.end;
  const cells: Cell[] = [];
  for (let at = first; at <= last; at++) {
    if (at < last && text.charCodeAt(at) !== bar) continue;
    cells.push(trimmed(text, first, at));
    first = at + 1;
  }
  return cells;
}

/** The first cells of the first rows. */
function firstColumn(text: string, start: number, limit: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at < limit && cells.length < noticedRows; ) {
    const end = endOfLine(text, at, limit);
    if (!text.slice(at, end).includes('|')) break;
    cells.push(...cellsOf(text, at, end).slice(0, 1));
    at = nextLine(text, end, limit);
  }
  return cells;
}

function* readTable(source: Source, { start, end: headEnd, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  const header = cellsOf(text, start, headEnd);
  let at = nextLine(text, endOfLine(text, nextLine(text, headEnd, limit), limit), limit);
  const [corner] = header;
  const [label] = cellsOf(text, at, endOfLine(text, at, limit));
  const unnamed = corner !== undefined && corner.start >= corner.end && header.length > 1;
  const isMark = label !== undefined && /^\.{3}|^…/.test(text.slice(label.start, label.end));
  const kind: FirstColumn = unnamed
    ? 'labels'
    : isMark || header.length < 2
      ? 'data'
      : firstColumnOf(text, corner, firstColumn(text, at, limit));
  const labelled = takeLabels(source, kind, corner ?? { start, end: start });
  const columns = header.length - (labelled ? 1 : 0);
  let rows = 0;
  let last = headEnd;
  const recall = RowRecall.of(source, start, limit, 'markdown', header.length, labelled);
  while (at < limit) {
    const joined = recall?.join({ at, rows, lastEnd: last }) ?? null;
    if (joined !== null) {
      ({ at, rows, lastEnd: last } = joined);
      yield;
      continue;
    }
    const end = endOfLine(text, at, limit);
    const line = trimmed(text, at, end);
    if (!text.slice(line.start, line.end).includes('|')) break;
    const cells = cellsOf(text, at, end);
    if (cells.length !== header.length) {
      const long = cells[header.length];
      const place = long?.start ?? line.end - 1;
      source.report('ragged', place, long === undefined ? place + 1 : line.end, {
        row: rows,
        length: cells.length - (labelled ? 1 : 0),
        expected: columns,
      });
    }
    for (let i = labelled ? 1 : 0; i < header.length; i++) {
      const cell = cells[i];
      if (cell === undefined) pushHole(source, line.end);
      else pushCell(source, cell, { decimalComma: true });
    }
    rows++;
    last = line.end;
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  const offset = trimmed(text, start, headEnd).start;
  const span = { offset, length: last - offset };
  const array = store.take([rows, columns], span);
  recall?.keep(array);
  const found = { rule: 'header', columns } as const;
  const names = columnNames(text, header.slice(labelled ? 1 : 0));
  return {
    items: [{ kind: 'array', name: null, array, form: null, span, columns: names }],
    choices: labelled ? [found, { rule: 'index-column' }] : [found],
    end: at,
  };
}
