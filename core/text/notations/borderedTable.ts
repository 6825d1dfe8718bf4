import type { Steps } from '../../steps';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { columnNames } from '../tableColumns';
import { isNumberCell, pushCell, pushHole } from './cells';
import { type FirstColumn, firstColumnOf, takeLabels } from './labels';
import { type Line, sign } from './line';
import { type Cell, longestLine, nextLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const rowsPerSlice = 256;
const noticedRows = 20;
/** With the lines that are drawn between them. */
const mostNoticed = 3 * noticedRows;
const signsOfBorder = sign.bar | sign.dash | sign.equals | sign.colon | sign.tab;
/** A line that is drawn, and holds nothing. */
const border = /^[ \t]*[+|╒╔┌├╞╠└╘╚┏┡┣┗─━═][-+|=:─━═┼╪╬╤╦┬┴╧╩╇╋┻┳┐┘┤╡╣╕╗╛╝┓┩┫┛┃╈ \t]*$/;
const drawn = /[-=─━═]/;
const isEdge = (unit: string) => '|│┃║┆'.includes(unit);
const edgeOfLine = /^[ \t]*[|│┃║]/;

/** A table in a frame, as databases, tabulate, org-mode and terminals draw it, or in bars alone. */
export const borderedTable: LineReader = {
  name: 'markdown',
  begins: 'line',
  needs: [{ begins: sign.bar | sign.dash }],
  recognise: (line) => {
    let rows = 0;
    let row: Line | null = line;
    for (let count = 0; row !== null && rows < noticedRows && count < mostNoticed; count++) {
      const kind = row.once(kindOf);
      if (kind === 'other') return false;
      if (kind === 'numbers') return true;
      if (kind === 'words') rows++;
      row = row.next;
    }
    return false;
  },
  read: readTable,
};

function isBorder(line: string): boolean {
  return border.test(line) && drawn.test(line);
}

/** What a line is in a frame: drawn, a row with a number or without, or no part of it. */
function kindOf(line: Line): 'border' | 'numbers' | 'words' | 'other' {
  const { text, start, end, signs } = line;
  if ((line.firstSign & (sign.bar | sign.dash)) === 0) return 'other';
  const written = line.head(longestLine);
  if ((signs & ~signsOfBorder) === 0 && isBorder(written)) return 'border';
  if (!edgeOfLine.test(written)) return 'other';
  const cells = cellsOf(text, start, Math.min(end, start + longestLine));
  return cells.some((cell) => isNumberCell(text, cell)) ? 'numbers' : 'words';
}

function cellsOf(text: string, start: number, end: number): readonly Cell[] {
  const line = trimmed(text, start, end);
  const cells: Cell[] = [];
  let first = line.start + 1;
  for (let at = first; at < line.end; at++) {
    if (!isEdge(text.charAt(at))) continue;
    cells.push(trimmed(text, first, at));
    first = at + 1;
  }
  if (first < line.end) cells.push(trimmed(text, first, line.end));
  return cells;
}

interface Lines {
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows stand above the first line drawn below a row; 0 where there is none. */
  readonly headed: number;
}

/** The first rows from the line at `at` on. */
function linesAt(text: string, at: number, limit: number): Lines {
  const rows: (readonly Cell[])[] = [];
  let headed = 0;
  let place = at;
  for (let line = 0; place < limit && rows.length < noticedRows && line < mostNoticed; line++) {
    const end = endOfLine(text, place, Math.min(limit, place + longestLine));
    const written = text.slice(place, end);
    if (isBorder(written)) {
      if (headed === 0) headed = rows.length;
    } else if (edgeOfLine.test(written)) rows.push(cellsOf(text, place, end));
    else break;
    place = nextLine(text, end, limit);
  }
  return { rows, headed };
}

function* readTable(source: Source, { start, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  const { rows: noticed, headed } = linesAt(text, start, limit);
  const isData = noticed
    .slice(0, headed)
    .some((row) => row.slice(1).some((cell) => isNumberCell(text, cell)));
  const heads = isData ? 0 : headed;
  const header = heads > 0 ? noticed[0] : undefined;
  const body = noticed.slice(heads);
  const width = header?.length ?? body[0]?.length ?? 0;
  const corner = header?.[0];
  const column = body.flatMap((row) => row.slice(0, 1));
  const isUnnamed = corner !== undefined && corner.start >= corner.end && width > 1;
  const kind: FirstColumn = isUnnamed
    ? 'labels'
    : width < 2 || header === undefined
      ? 'data'
      : firstColumnOf(text, corner, column);
  const labelled = takeLabels(source, kind, corner ?? { start, end: start });
  const skipped = labelled ? 1 : 0;
  const columns = width - skipped;
  let at = start;
  let seen = 0;
  let rows = 0;
  let last = start;
  while (at < limit) {
    const end = endOfLine(text, at, limit);
    const head = text.slice(at, Math.min(end, at + longestLine));
    if (!isBorder(head)) {
      if (!edgeOfLine.test(head)) break;
      const cells = cellsOf(text, at, end);
      if (++seen > heads) {
        if (cells.length !== width) {
          const long = cells[width];
          const place = long?.start ?? trimmed(text, at, end).end - 1;
          source.report('ragged', place, long === undefined ? place + 1 : end, {
            row: rows,
            length: cells.length - skipped,
            expected: columns,
          });
        }
        for (let i = skipped; i < width; i++) {
          const cell = cells[i];
          if (cell === undefined) pushHole(source, end);
          else pushCell(source, cell, { decimalComma: true });
        }
        if (++rows % rowsPerSlice === 0) yield;
      }
    }
    last = trimmed(text, at, end).end;
    at = nextLine(text, end, limit);
  }
  const offset = trimmed(text, start, endOfLine(text, start, limit)).start;
  const span = { offset, length: last - offset };
  const array = store.take([rows, columns], span);
  const choices: ReadingChoice[] = heads > 0 ? [{ rule: 'header', columns }] : [];
  if (labelled) choices.push({ rule: 'index-column' });
  const columnsOf = header === undefined ? {} : { columns: columnNames(text, header.slice(skipped)) };
  const item = { kind: 'array', name: null, array, form: null, span, ...columnsOf } as const;
  return { items: [item], choices, end: at };
}

const polarsShape = /^shape: \(\d+(?:, ?\d+)?,?\)\s*$/;

/** What Polars prints above a frame or a series: its size, and of a series its name. */
export const polarsHead: LineReader = {
  name: 'markdown',
  begins: 'line',
  needs: [{ begins: sign.letter, ends: sign.closer, has: sign.colon }],
  recognise: (line) =>
    polarsShape.test(line.head(longestLine)) && (line.next?.firstSign === sign.bar || isSeries(line.next)),
  read: passHead,
};

function isSeries(line: Line | null): boolean {
  return line?.head(longestLine).startsWith('Series: ') === true;
}

// biome-ignore lint/correctness/useYield: two lines
function* passHead(_: Source, line: Line): Steps<Found | null> {
  return { items: [], choices: [], end: (isSeries(line.next) ? line.next : line)?.end ?? line.end };
}
