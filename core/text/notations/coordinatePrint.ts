import type { Steps } from '../../steps';
import type { Notation } from '../reading';
import type { Source } from '../source';
import { type Entry, matrixOf } from './coordinates';
import { Line, sign } from './line';
import { longestLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const entriesPerSlice = 1_024;
const sciPy = /^\s*<(?:(\d+)x(\d+) sparse (?:matrix|array) of type|[\w ]+ sparse (?:matrix|array) of dtype)/;
const sciPySize = /^\s*with \d+ stored elements.*?(?:shape \((\d+), (\d+)\))?>\s*$/;
const julia = /^\s*(\d+)(?:×(\d+)|-element) Sparse(?:MatrixCSC|Vector)\b.*:\s*$/;
/** MATLAB says the size since 2023, and its entries have no blank behind the comma. */
const matlab = /^\s*(\d+)×(\d+) sparse (?:double|single|logical|matrix)\b.*$/;
const matlabEntry = /^\s*\(\d+,\d+\) +[-+\d.NI]/;
const nameLine = /^\s*([A-Za-z]\w*) =\s*$/;
/** SciPy counts from 0, Julia and MATLAB from 1. */
const entry =
  /^\s*(?:\((\d+), (\d+)\)\t|(?:\[\s*(\d+)(?:\s*,\s*(\d+))?\s*\]\s+=\s|\((\d+),(\d+)\) ))\s*(?=\S)/;
const longestHead = 200;
const columnNames = /^\s*Coords\s+Values\s*$/;

/** A sparse matrix entry by entry, as SciPy and MATLAB print it and as Julia did, with its size above or without. */
export const coordinatePrint: LineReader = {
  name: 'julia',
  begins: 'line',
  needs: [
    { begins: sign.parenthesis, has: sign.tab },
    { begins: sign.digit, ends: sign.colon },
    { begins: sign.other, has: sign.quote },
    { begins: sign.parenthesis, has: sign.comma },
    { begins: sign.letter, ends: sign.equals },
  ],
  recognise: (line) => {
    const head = line.head(longestLine);
    if (julia.test(head)) return line.next !== null && entry.test(line.next.head(longestLine));
    if (sciPy.test(head) || matlabEntry.test(head) || /^\s*\(\d+, \d+\)\t\s*[-+\d.n]/.test(head)) return true;
    const below = nameLine.test(head) ? (line.next?.filled(longestHead) ?? null) : line;
    if (below === null) return false;
    return (
      matlab.test(below.head(longestLine)) || (below !== line && matlabEntry.test(below.head(longestLine)))
    );
  },
  read: readPrint,
};

interface Head {
  readonly shape: readonly [number, number] | null;
  /** The first line below it. */
  readonly body: Line | null;
  readonly end: number;
}

function headOf(first: Line): Head {
  const isNamed = nameLine.test(first.head(longestLine));
  const line = isNamed ? (first.next?.filled(longestHead) ?? first) : first;
  const written = line.head(longestLine);
  const inMatlab = matlab.exec(written);
  if (inMatlab !== null) {
    const below = line.next?.filled(longestHead) ?? null;
    return { shape: [Number(inMatlab[1]), Number(inMatlab[2])], body: below, end: line.end };
  }
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
  let notation: Notation = 'numpy-str';
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
    const [written, row, column, juliaRow, juliaColumn, matlabRow, matlabColumn] = match;
    const cell = trimmed(text, line.start + written.length, line.end);
    const isRead = scanner.scan(text, cell.start, cell.end) === 'number' && scanner.end === cell.end;
    if (!isRead) source.reportSyntax('unexpected-token', cell.start, cell.end, 'number');
    if (juliaRow !== undefined) notation = 'julia';
    else if (matlabRow !== undefined) notation = 'octave-print';
    const [i, j] =
      row === undefined
        ? [Number(juliaRow ?? matlabRow) - 1, Number(juliaColumn ?? matlabColumn ?? 1) - 1]
        : [Number(row), Number(column)];
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
  const called = nameLine.exec(first.head(longestLine))?.[1];
  const name =
    called === undefined ? null : { text: called, span: { offset: first.first, length: called.length } };
  const item = { kind: 'array', name, array, form: null, span } as const;
  return {
    items: [item],
    choices: [{ rule: 'implied-zeros' }],
    end,
    notation,
  };
}

function smallest(entries: readonly Entry[]): readonly [number, number] {
  return [
    entries.reduce((most, { row }) => Math.max(most, row + 1), 0),
    entries.reduce((most, { column }) => Math.max(most, column + 1), 0),
  ];
}
