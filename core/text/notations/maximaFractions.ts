import { parseRational } from '../../exact/parseRational';
import { toNumber } from '../../exact/toNumber';
import type { Steps } from '../../steps';
import type { Source } from '../source';
import { type Line, sign } from './line';
import { type Cell, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

/** A line of a matrix that Maxima draws, in brackets, perhaps behind the label of the answer. */
const drawn = /^[ \t]*(?:\(%[io]\d+\)[ \t]*)?\[ [^[\],;]* \][ \t]*$/;
const bar = /^-+$/;
const whole = /^\d+$/;
const longest = 400;
const mostLines = 200;

/** A number of the matrix, and its place: a fraction over three lines has an empty one, at its bar. */
interface Entry extends Cell {
  readonly value: number;
}

/** A matrix with fractions as Maxima draws it: numerator, bar and denominator below each other. */
export const maximaFractions: LineReader = {
  name: 'maxima-2d',
  begins: 'line',
  needs: [{ begins: sign.opener, ends: sign.closer, lacks: sign.comma | sign.semicolon }],
  recognise: (line) => isAbove(line.next) && drawn.test(line.head(longest)) && rowsIn(line) !== null,
  read: readDrawn,
};

const signsOfGap = sign.opener | sign.closer | sign.tab;

/** Whether the line below the first is of bars, or a gap: else no matrix with fractions begins. */
function isAbove(next: Line | null): boolean {
  return next !== null && ((next.signs & sign.dash) !== 0 || (next.signs & ~signsOfGap) === 0);
}

/** The lines of the matrix that begins with `first`, in brackets below each other. */
function linesOf(first: Line): readonly Line[] {
  const lines: Line[] = [];
  const left = (line: Line) => line.text.indexOf('[', line.start) - line.start;
  const right = (line: Line) => line.last - line.start;
  let height = 0;
  for (let line: Line | null = first; line !== null && lines.length < mostLines; line = line.next) {
    if (!drawn.test(line.head(longest)) || left(line) !== left(first) || right(line) !== right(first)) break;
    height = wordsIn(line).length === 0 ? 0 : height + 1;
    // Rows of another tool have no gaps between them.
    if (height > 3) return [];
    lines.push(line);
  }
  return lines;
}

/** The words between the brackets of a line, with the places in the text. */
function wordsIn(line: Line): readonly Cell[] {
  return wordsOf(line.text, line.text.indexOf('[', line.start) + 1, line.last);
}

/** The rows of a drawn matrix; null where it has no fraction, or anything but whole numbers in one. */
function rowsIn(first: Line): readonly (readonly Entry[])[] | null {
  const groups: Line[][] = [[]];
  for (const line of linesOf(first)) {
    if (wordsIn(line).length === 0) groups.push([]);
    else groups.at(-1)?.push(line);
  }
  if (!groups.some((group) => group.length === 3)) return null;
  const rows: (readonly Entry[])[] = [];
  for (const group of groups) {
    const [upper, middle, lower] = group.length === 3 ? group : [undefined, group[0], undefined];
    const row =
      middle === undefined || (group.length !== 1 && group.length !== 3) ? null : rowOf(middle, upper, lower);
    if (row === null || row.length !== (rows[0] ?? row).length) return null;
    rows.push(row);
  }
  return rows;
}

/** The entries of a row: those on its middle line, fractions with what stands above and below their bars. */
function rowOf(middle: Line, upper?: Line, lower?: Line): readonly Entry[] | null {
  const { text } = middle;
  const written = (cell: Cell | undefined) => (cell === undefined ? '' : text.slice(cell.start, cell.end));
  const beside = (line: Line | undefined, { start, end }: Cell): string => {
    if (line === undefined) return '';
    const [from, to] = [start - middle.start + line.start, end - middle.start + line.start];
    return written(wordsIn(line).find((word) => word.start < to && word.end > from));
  };
  const entries: Entry[] = [];
  let used = 0;
  const words = wordsIn(middle);
  for (let index = 0; index < words.length; index++) {
    const first = words[index];
    const next = words[index + 1];
    if (first === undefined) break;
    // A minus stands a blank before the bar or the number that it is of.
    const isMinus = written(first) === '-' && next?.start === first.end + 1 && beside(upper, first) === '';
    const word = isMinus && next !== undefined ? next : first;
    if (isMinus) index++;
    const isFraction = bar.test(written(word));
    const [numerator, denominator] = [beside(upper, word), beside(lower, word)];
    if (isFraction && (!whole.test(numerator) || !whole.test(denominator))) return null;
    const spelled = isFraction ? `${numerator}/${denominator}` : written(word);
    const exact = parseRational(`${isMinus ? '-' : ''}${spelled}`);
    if (exact === null) return null;
    if (isFraction) used += 2;
    entries.push({ value: toNumber(exact), start: first.start, end: isFraction ? first.start : word.end });
  }
  const around = [upper, lower].flatMap((line) => (line === undefined ? [] : wordsIn(line)));
  return around.length === used ? entries : null;
}

// biome-ignore lint/correctness/useYield: what Maxima draws fits a screen
function* readDrawn(source: Source, first: Line): Steps<Found | null> {
  const rows = rowsIn(first);
  const last = linesOf(first).at(-1);
  if (rows === null || last === undefined) return null;
  for (const { value, start, end } of rows.flat()) source.store.push(value, start, end);
  const span = { offset: first.first, length: last.last + 1 - first.first };
  const array = source.store.take([rows.length, rows[0]?.length ?? 0], span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end: last.end };
}
