import type { Steps } from '../../steps';
import { isBlank } from '../characters';
import { onFirstUse } from '../onFirstUse';
import { RowRecall } from '../rowRecall';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { Line, sign } from './line';
import { type Cell, nextLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const word = onFirstUse(() => /^[\p{L}_][\p{L}\p{N}_.-]*$/u);

/** Rows that begin with a word each and have numbers after it, as pandas prints a frame without its header. */
export const labelledRows: LineReader = {
  name: 'pandas-print',
  begins: 'line',
  needs: [{ begins: sign.letter, has: sign.dot }],
  recognise: (line) => {
    const { next } = line;
    if (next === null || (next.signs & sign.dot) === 0) return false;
    const columns = numbersAfterLabel(line);
    return columns > 1 && numbersAfterLabel(next) === columns;
  },
  read: readRows,
};

/** How many numbers, and nothing else, follow a word that begins the line; 0 where it is no such line. */
function numbersAfterLabel(line: Line): number {
  const { text } = line;
  if ((line.firstSign & sign.letter) === 0 || !line.endsInNumber) return 0;
  const [label, ...numbers] = line.words;
  if (label === undefined || !word().test(text.slice(label.start, label.end)) || isNumberCell(text, label))
    return 0;
  return numbers.every((cell) => isNumberCell(text, cell)) ? numbers.length : 0;
}

function* readRows(source: Source, first: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = first;
  const columns = numbersAfterLabel(first);
  let rows = 0;
  let last = start;
  // Lines of its own, so that those that are read need not be kept.
  let line: Line | null = new Line(text, start, limit);
  const recall = RowRecall.of(source, start, limit, 'labelled', columns);
  while (line !== null && numbersAfterLabel(line) === columns) {
    const joined = recall?.join({ at: line.start, rows, lastEnd: last }) ?? null;
    if (joined !== null) {
      ({ rows, lastEnd: last } = joined);
      line = new Line(text, joined.at, limit);
      yield;
      continue;
    }
    for (const cell of line.words.slice(1)) {
      pushCell(source, cell, style);
      last = cell.end;
    }
    rows++;
    line = line.next;
    if (rows % rowsPerSlice === 0) yield;
  }
  const like = line === null ? 0 : numbersAfterLabel(line);
  if (line !== null && like > 0) {
    source.report('ragged', line.end, line.end + 1, { row: rows, length: like, expected: columns });
  }
  const span = { offset: start, length: last - start };
  const array = store.take([rows, columns], span);
  recall?.keep(array);
  return {
    items: [{ kind: 'array', name: null, array, form: null, span }],
    choices: [{ rule: 'index-column' }],
    end: line?.start ?? limit,
  };
}

/** No line of a series is longer. */
const longestRow = 200;
const seriesEnd = /^(?:Freq: [^,\n]*, )?(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+\s*$/;

/** A pandas Series: a label and a number a line, and the type of the numbers below. */
export const series: LineReader = {
  name: 'pandas-print',
  begins: 'line',
  needs: [{}],
  recognise: (line) => line.end - line.start <= longestRow && hasTwoWords(line) && line.endsInNumber,
  read: readSeries,
};

/** A label and a number; told without parting the line into words, since many lines end in a number. */
function hasTwoWords({ text, first, lastWord }: Line): boolean {
  let at = first;
  while (at < lastWord.start && !isBlank(text.charCodeAt(at))) at++;
  if (at === first || at >= lastWord.start) return false;
  while (at < lastWord.start && isBlank(text.charCodeAt(at))) at++;
  return at === lastWord.start || isApart(text, lastWord.start);
}

/** Whether blanks part a number from a label that has blanks itself. */
function isApart(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at - 1)) && isBlank(text.charCodeAt(at - 2));
}

/** The number at the end of a line of a series, behind one label of one word or more. */
function numberOf(text: string, words: readonly Cell[]): Cell | null {
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !isNumberCell(text, last)) return null;
  return words.length === 2 || isApart(text, last.start) ? last : null;
}

function* readSeries(source: Source, { start, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  if (source.nextType(start) >= limit) return null;
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
    const words = wordsOf(text, at, end);
    const [label] = words;
    const number = numberOf(text, words);
    if (number !== null) pushCell(source, number, style);
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
    if (seriesEnd.test(text.slice(at, Math.min(end, at + longestRow)))) return { at, isFound: true };
    const words = wordsOf(text, at, Math.min(end, at + longestRow));
    const [label] = words;
    if (label === undefined) break;
    if (numberOf(text, words) === null) {
      if (!/^\.{2,3}$/.test(text.slice(label.start, label.end))) break;
    }
    at = nextLine(text, end, limit);
    if (rows % rowsPerSlice === 0) yield;
  }
  return { at, isFound: false };
}
