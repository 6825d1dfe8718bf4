import type { Steps } from '../../steps';
import type { Notation } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { matchAt } from './callEnds';
import { isNumberCell, pushCell } from './cells';
import { type Line, sign } from './line';
import { type Cell, headOfLine, longestLine, nextLine, skipEmptyLines, trimmed, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const row = /^\[[^[\],;]*\]$/;
const gap = /^\[\s*\]$/;
/** Numbers with as many digits as PARI prints are not aligned. */
const longReal = /\d\.\d{18}|\d E-?\d/;
/** The bars of fractions on lines of their own, in a list or in a row; NumPy's `--` has no blank before the bracket. */
const listOfBars = /^\[-+(?:, -+)*\]$/;
const rowOfBars = /^\[ (?:.* )?-+(?! \d) (?:.* )?\]$|^\[(?:[^[\],]* )?-{3,} *(?: [^[\],]*)?\]$/;

const signsOfGap = sign.opener | sign.closer | sign.tab;

/** The label of an answer, which Maxima sets before the middle of a matrix. */
const label = /\(%[io]\d+\)[ \t]*/y;

/** A line without blanks around it and the label of its answer. */
function bareLine(text: string, at: number, limit: number): Cell {
  const { start, end } = trimmed(text, at, endOfLine(text, at, Math.min(limit, at + longestLine)));
  return { start: start + (matchAt(label, text, start, end)?.[0].length ?? 0), end };
}

/** The numbers between the brackets of one line; null where it is no such line. */
function rowAt(text: string, at: number, limit: number): readonly Cell[] | null {
  const { start, end } = bareLine(text, at, limit);
  if (!row.test(text.slice(start, end))) return null;
  return joined(text, wordsOf(text, start + 1, end - 1));
}

/** PARI parts an exponent from its number, `1.5 E-8`, and Maxima a minus, `- 4`. */
function joined(text: string, words: readonly Cell[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const word of words) {
    const before = cells.at(-1);
    const isExponent = before !== undefined && /^E[-+]?\d+$/.test(text.slice(word.start, word.end));
    const isNegative =
      before !== undefined &&
      word.start === before.end + 1 &&
      text.slice(before.start, before.end) === '-' &&
      /[\d.%a-z]/.test(text.charAt(word.start));
    if (isExponent || isNegative) cells[cells.length - 1] = { start: before.start, end: word.end };
    else cells.push(word);
  }
  return cells;
}

/** The next row, after an empty line as PARI leaves one, or after a line `[   ]` as Maxima; −1 for none. */
function rowAfter(
  text: string,
  at: number,
  limit: number,
): { readonly at: number; readonly notation: Notation } | null {
  const next = nextLine(text, endOfLine(text, at, limit), limit);
  if (next >= limit) return null;
  const { start, end } = bareLine(text, next, limit);
  const line = text.slice(start, end);
  if (gap.test(line)) {
    const after = nextLine(text, endOfLine(text, next, limit), limit);
    return after < limit && (rowAt(text, after, limit)?.length ?? 0) > 0
      ? { at: after, notation: 'maxima-2d' }
      : null;
  }
  if (line !== '') return null;
  const after = skipEmptyLines(text, next, limit);
  if (after >= limit || (rowAt(text, after, limit)?.length ?? 0) === 0) return null;
  const isOfPari =
    width(text, after, limit) === width(text, at, limit) ||
    longReal.test(headOfLine(text, at, limit)) ||
    longReal.test(headOfLine(text, after, limit));
  return isOfPari ? { at: after, notation: 'pari-pretty' } : null;
}

function width(text: string, at: number, limit: number): number {
  const { start, end } = trimmed(text, at, endOfLine(text, at, limit));
  return end - start;
}

function written(text: string, cells: readonly Cell[]): string {
  return text.slice(cells[0]?.start, cells.at(-1)?.end);
}

/** A matrix as PARI and Maxima draw it: brackets around each row, and a gap between the rows. */
export const ruledRows: LineReader = {
  name: 'pari-pretty',
  begins: 'line',
  needs: [{ begins: sign.bracket, ends: sign.closer, lacks: sign.comma | sign.semicolon }],
  recognise: ({ text, start, limit, next }) => {
    // The next line is a gap, or draws one in brackets.
    if (next === null || ((next.signs & ~signsOfGap) !== 0 && !text.startsWith('(%o', next.first)))
      return false;
    const cells = rowAt(text, start, limit);
    if (cells === null || cells.length === 0) return false;
    const isNumeric = cells.every((cell) => isNumberCell(text, cell));
    // Maxima's `%pi` and `sqrt(2)` are numbers too, and a name among them is what is wrong.
    const notation = rowAfter(text, start, limit)?.notation;
    return notation === 'pari-pretty'
      ? isNumeric
      : notation !== undefined && (isNumeric || /[\d%]/.test(written(text, cells)));
  },
  read: readRows,
};

// biome-ignore lint/correctness/useYield: what these programs draw fits a screen
function* readRows(source: Source, { start, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  const offset = trimmed(text, start, limit).start;
  let at = start;
  let rows = 0;
  let columns = 0;
  let notation: Notation = 'pari-pretty';
  for (;;) {
    const cells = rowAt(text, at, limit) ?? [];
    if (rows === 0) columns = cells.length;
    else if (cells.length !== columns) {
      const place = cells[columns]?.start ?? trimmed(text, at, endOfLine(text, at, limit)).end - 1;
      source.report('ragged', place, place + 1, { row: rows, length: cells.length, expected: columns });
    }
    for (const cell of cells) pushCell(source, cell, style);
    rows++;
    const next = rowAfter(text, at, limit);
    if (next === null) break;
    at = next.at;
    notation = next.notation;
  }
  const { end } = trimmed(text, at, endOfLine(text, at, limit));
  const span = { offset, length: end - offset };
  const shape = rows * columns === store.length ? [rows, columns] : [store.length];
  const array = store.take(shape, span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end, notation };
}

/** Columns side by side, as Maxima draws a matrix too wide for the screen. */
const wideColumns = /^Col \d+ = \[/;

/**
 * What Maxima draws of fractions in a list, numerators, bars and denominators each on a line, and of wide matrices, column
 * by column: no reader makes numbers of them.
 */
export const drawnFractions: LineReader = {
  name: 'maxima-2d',
  begins: 'line',
  needs: [
    { begins: sign.opener, ends: sign.closer, has: sign.dash },
    { begins: sign.letter | sign.parenthesis, ends: sign.closer, has: sign.equals },
  ],
  recognise: (line) => {
    const { text, start, limit, first } = line;
    const isWide = text.startsWith('Col ', first);
    if (!isWide && (line.signs & sign.dash) === 0 && !text.startsWith('(%o', first)) return false;
    const bare = bareLine(text, start, limit);
    const written = text.slice(bare.start, bare.end);
    return listOfBars.test(written) || rowOfBars.test(written) || wideColumns.test(written);
  },
  read: refuseBars,
};

// biome-ignore lint/correctness/useYield: one line
function* refuseBars(source: Source, line: Line): Steps<Found | null> {
  const { text, first, last } = line;
  const at = first + text.slice(first, last + 1).search(/-+(?=[\s,\]])(?! \d)|\bCol \d/);
  let end = text.startsWith('Col', at) ? at + 'Col'.length : at;
  while (text.charAt(end) === '-') end++;
  source.reportSyntax('unexpected-token', at, end, 'number');
  return { items: [], choices: [], end: line.end };
}
