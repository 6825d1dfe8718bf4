import type { Steps } from '../../steps';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { headOfLine, longestLine, nextLine, wordsOf } from './lines';
import type { Found, NotationReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const word = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Rows that begin with a word each and have numbers after it, as pandas prints a frame without its header. */
export const labelledRows: NotationReader = {
  name: 'pandas-print',
  begins: 'line',
  recognise: (text, at, limit) => {
    const first = numbersAfterLabel(text, at, limit);
    if (first < 2) return false;
    const end = endOfLine(text, at, Math.min(limit, at + longestLine));
    const second = nextLine(text, end, limit);
    if (second >= limit || numbersAfterLabel(text, second, limit) !== first) return false;
    return headOfLine(text, at, limit).includes('.') && headOfLine(text, second, limit).includes('.');
  },
  read: readRows,
};

/** How many numbers, and nothing else, follow a word that begins the line; 0 where it is no such line. */
function numbersAfterLabel(text: string, at: number, limit: number): number {
  const [label, ...numbers] = wordsOf(text, at, endOfLine(text, at, Math.min(limit, at + longestLine)));
  if (label === undefined || !word.test(text.slice(label.start, label.end)) || isNumberCell(text, label))
    return 0;
  return numbers.every((cell) => isNumberCell(text, cell)) ? numbers.length : 0;
}

function* readRows(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const columns = numbersAfterLabel(text, start, limit);
  let at = start;
  let rows = 0;
  let last = start;
  while (at < limit && numbersAfterLabel(text, at, limit) === columns) {
    const end = endOfLine(text, at, limit);
    for (const cell of wordsOf(text, at, end).slice(1)) {
      pushCell(source, cell, style);
      last = cell.end;
    }
    rows++;
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  const following = headOfLine(text, at, limit).split(/\s+/).filter(Boolean);
  const like = numbersAfterLabel(text, at, limit);
  if (at < limit && like > 0 && following.length > 1) {
    const end = endOfLine(text, at, limit);
    source.report('ragged', end, end + 1, { row: rows, length: like, expected: columns });
  }
  const span = { offset: start, length: last - start };
  const array = store.take([rows, columns], span);
  return {
    items: [{ kind: 'array', name: null, array, form: null, span }],
    choices: [{ rule: 'index-column' }],
    end: at,
  };
}

const seriesEnd = /^(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+\s*$/;

/** A pandas Series: a label and a number a line, and the type of the numbers below. */
export const series: NotationReader = {
  name: 'pandas-print',
  begins: 'line',
  recognise: (text, at, limit) => labelAndNumber(text, at, limit),
  read: readSeries,
};

function labelAndNumber(text: string, at: number, limit: number): boolean {
  const cells = wordsOf(text, at, endOfLine(text, at, Math.min(limit, at + 200)));
  const [, number] = cells;
  return cells.length === 2 && number !== undefined && isNumberCell(text, number);
}

function* readSeries(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const known = fruitless.get(source);
  if (known !== undefined && known.limit === limit && start >= known.start && start <= known.end) return null;
  const { at: close, isFound } = yield* findType(text, start, limit);
  if (!isFound) {
    fruitless.set(source, { start, end: close, limit });
    return null;
  }
  let rows = 0;
  for (let at = start; at < close; rows++) {
    const end = endOfLine(text, at, limit);
    const [label, number] = wordsOf(text, at, end);
    if (number !== undefined && isNumberCell(text, number)) pushCell(source, number, style);
    else if (label !== undefined) {
      source.report('elided', label.start, label.end, { mark: text.slice(label.start, label.end) });
      pushCell(source, { start: end, end }, style);
    }
    at = nextLine(text, end, limit);
    if ((rows + 1) % rowsPerSlice === 0) yield;
  }
  const end = endOfLine(text, close, limit);
  const span = { offset: start, length: end - start };
  const array = store.take([rows, 1], span);
  const item = { kind: 'array', name: null, array, form: null, span } as const;
  return { items: [item], choices: [{ rule: 'index-column' }], end };
}

/** Rows of a label and a number without a type below them: no series begins at a later one of them either. */
const fruitless = new WeakMap<
  Source,
  { readonly start: number; readonly end: number; readonly limit: number }
>();

/** Where the line `dtype: …` begins below rows of a label and a number, or the first line that is neither. */
function* findType(
  text: string,
  start: number,
  limit: number,
): Steps<{ readonly at: number; readonly isFound: boolean }> {
  let at = start;
  for (let rows = 1; at < limit; rows++) {
    const end = endOfLine(text, at, limit);
    if (seriesEnd.test(text.slice(at, Math.min(end, at + 200)))) return { at, isFound: true };
    const [label, number, ...others] = wordsOf(text, at, Math.min(end, at + 200));
    if (label === undefined || others.length > 0) break;
    if (number === undefined || !isNumberCell(text, number)) {
      if (!/^\.{2,3}$/.test(text.slice(label.start, label.end))) break;
    }
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  return { at, isFound: false };
}
