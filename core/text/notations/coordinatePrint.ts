import type { Steps } from '../../steps';
import type { Source } from '../source';
import { type Entry, matrixOf } from './coordinates';
import { Line, sign } from './line';
import { longestLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const entriesPerSlice = 1_024;
const sciPy = /^\s*<(?:(\d+)x(\d+) sparse (?:matrix|array) of type|[\w ]+ sparse (?:matrix|array) of dtype)/;
const sciPySize = /^\s*with \d+ stored elements.*?(?:shape \((\d+), (\d+)\))?>\s*$/;
const julia = /^\s*(\d+)(?:×(\d+)|-element) Sparse(?:MatrixCSC|Vector)\b.*:\s*$/;
/** SciPy counts from 0, Julia from 1. */
const entry = /^\s*(?:\((\d+), (\d+)\)\t|\[\s*(\d+)(?:\s*,\s*(\d+))?\s*\]\s+=\s)\s*(?=\S)/;
const columnNames = /^\s*Coords\s+Values\s*$/;

/** A sparse matrix entry by entry, as SciPy prints it and as Julia did, with its size above or without. */
export const coordinatePrint: LineReader = {
  name: 'julia',
  begins: 'line',
  needs: [
    { begins: sign.opener, has: sign.tab },
    { begins: sign.digit, ends: sign.colon },
    { begins: sign.other, has: sign.quote },
  ],
  recognise: (line) => {
    const head = line.head(longestLine);
    if (julia.test(head)) return line.next !== null && entry.test(line.next.head(longestLine));
    return sciPy.test(head) || /^\s*\(\d+, \d+\)\t\s*[-+\d.n]/.test(head);
  },
  read: readPrint,
};

interface Head {
  readonly shape: readonly [number, number] | null;
  /** The first line below it. */
  readonly body: Line | null;
  readonly end: number;
}

function headOf(line: Line): Head {
  const written = line.head(longestLine);
  const inJulia = julia.exec(written);
  if (inJulia !== null) {
    return { shape: [Number(inJulia[1]), Number(inJulia[2] ?? 1)], body: line.next, end: line.end };
  }
  const old = sciPy.exec(written);
  if (old === null) return { shape: null, body: line, end: line.start };
  const { next } = line;
  const size = next === null ? null : sciPySize.exec(next.head(longestLine));
  const [rows, columns] = [old[1] ?? size?.[1], old[2] ?? size?.[2]];
  const below = size === null ? next : (next?.next ?? null);
  const body = below !== null && columnNames.test(below.head(longestLine)) ? below.next : below;
  const shape =
    rows === undefined || columns === undefined ? null : ([Number(rows), Number(columns)] as const);
  return { shape, body, end: size === null ? line.end : (next?.end ?? line.end) };
}

function* readPrint(source: Source, first: Line): Steps<Found | null> {
  const { text, scanner } = source;
  const { shape, body, end: headEnd } = headOf(first);
  const entries: Entry[] = [];
  let end = headEnd;
  let isJulia = false;
  // Lines of its own, so that those that are read need not be kept.
  let line = body === null ? null : new Line(text, body.start, body.limit);
  for (; line !== null; line = line.next) {
    const head: string = line.head(longestLine);
    if (/^\s*[⋮:]\s*$/.test(head)) {
      source.report('elided', line.first, line.last + 1, { mark: text.slice(line.first, line.last + 1) });
      end = line.end;
      continue;
    }
    const match = entry.exec(head);
    if (match === null) break;
    const [written, row, column, ownRow, ownColumn = '1'] = match;
    const cell = trimmed(text, line.start + written.length, line.end);
    const isRead = scanner.scan(text, cell.start, cell.end) === 'number' && scanner.end === cell.end;
    if (!isRead) source.reportSyntax('unexpected-token', cell.start, cell.end, 'number');
    isJulia = row === undefined;
    const [i, j] = isJulia ? [Number(ownRow) - 1, Number(ownColumn) - 1] : [Number(row), Number(column)];
    entries.push({ row: i, column: j, value: isRead ? scanner.value : Number.NaN, ...cell });
    end = line.end;
    if (entries.length % entriesPerSlice === 0) yield;
  }
  if (entries.length === 0) {
    source.report('elided', first.first, end, { mark: text.slice(first.first, first.first + 20) });
    return { items: [], choices: [], end };
  }
  const span = { offset: first.first, length: end - first.first };
  const size = shape ?? smallest(entries);
  if (shape === null) {
    const taken = `${size[0]}×${size[1]}`;
    source.report('ambiguous-reading', first.first, end, { taken, other: 'm×n' });
  }
  const array = matrixOf(source, entries, size, span, end);
  if (array === null) return { items: [], choices: [], end };
  const item = { kind: 'array', name: null, array, form: null, span } as const;
  return {
    items: [item],
    choices: [{ rule: 'implied-zeros' }],
    end,
    notation: isJulia ? 'julia' : 'numpy-str',
  };
}

function smallest(entries: readonly Entry[]): readonly [number, number] {
  return [
    entries.reduce((most, { row }) => Math.max(most, row + 1), 0),
    entries.reduce((most, { column }) => Math.max(most, column + 1), 0),
  ];
}
