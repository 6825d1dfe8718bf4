import { backslash } from '../characters';
import { isNumberCell } from './cells';
import { type Line, sign } from './line';
import type { Cell } from './lines';

/** So many rows are looked at. */
const noticedRows = 20;
const longestPadding = 8;
/** What has them is a list, an assignment or another table. */
const signsOfOthers =
  sign.comma | sign.semicolon | sign.tab | sign.bar | sign.bracket | sign.brace | sign.equals | sign.quote;

/** The names above the columns of numbers that end below them, and where the rows begin. */
export interface AlignedHeader {
  readonly header: readonly Cell[];
  readonly continues: boolean;
  readonly rowsStart: number;
  /** Whether the labels of the rows have a line for their names. */
  readonly isNamed: boolean;
}

/**
 * Names above columns, each ending above the ends of its numbers, further right than the labels of the rows: as pandas and R
 * print what is labelled by numbers, dates, intervals or several words, with years or words with blanks above. pandas names
 * the labels on a line of their own, and the columns at the left of the header. Null where a line is no such header.
 */
export function alignedHeader(line: Line): AlignedHeader | null {
  const { text, start, next } = line;
  const continues = text.charCodeAt(line.last) === backslash;
  const last = line.words.at(continues ? -2 : -1);
  const isAbove = next !== null && !next.endsInNumber && line.first === start && line.words.length > 1;
  const upper = isAbove ? headerBelow(next, true) : null;
  // The columns stand on several levels where the upper names end above one of the lower.
  const isUpper = upper?.header.some(({ end }) => end - (next?.start ?? 0) === (last?.end ?? 0) - start);
  return upper !== null && isUpper === true
    ? { ...upper, continues: continues || upper.continues }
    : headerBelow(line, false);
}

/** The same of the lowest level of names; below another one its first word is none of a column. */
function headerBelow(line: Line, hasUpper: boolean): AlignedHeader | null {
  const { text, start, next } = line;
  if (next === null || next.isEmpty || line.isEmpty || (line.signs & signsOfOthers) !== 0) return null;
  const isNamed = namesLabels(line, next);
  const body = isNamed ? next.next : next;
  if (body === null || !body.endsInNumber) return null;
  const continues = text.charCodeAt(line.last) === backslash;
  const isCornered = line.first === start && body.words.length > 1 && !isFirstNumber(line);
  if (line.first - start <= body.first - body.start && !isCornered) return null;
  const words = (continues ? line.words.slice(0, -1) : line.words).slice(isCornered ? 1 : 0);
  const [left] = words;
  const right = words.at(-1);
  if (left === undefined || right === undefined) return null;
  // pandas pads columns that are numbered on their right, to one width.
  const edge = body.last + 1 - body.start;
  const width = edge - (right.start - start);
  if (width < right.end - right.start || width > right.end - right.start + longestPadding) return null;
  const isNumeric = words.every((cell) => isNumberCell(text, cell));
  const isPadded =
    isNumeric && !words.every(({ end }) => body.words.some((cell) => cell.end - body.start === end - start));
  if (isPadded ? words.some((cell) => cell.end - cell.start > width) : width > right.end - right.start)
    return null;
  const endOf = (cell: Cell) => (isPadded ? cell.start + width : cell.end) - start;
  const ends = new Set(words.map(endOf));
  let columns: readonly number[] | null = null;
  let isCorner = !isCornered || isNamed || hasUpper;
  let areNumbers = true;
  let areDecimals = true;
  let rows = 0;
  for (let row: Line | null = body; row?.endsInNumber && rows < noticedRows; row = row.next) {
    const found = endsOf(row, ends);
    // R sets the names of the next columns right below.
    if (columns !== null && found.length < columns.length && row.first > row.start) break;
    // What stands before the numbers labels the row, and ends before the header begins.
    const labels = row.words.slice(0, row.words.length - found.length);
    const label = labels.at(-1);
    if (found.length === 0 || label === undefined || label.end - row.start >= left.start - start) return null;
    columns ??= found;
    if (found.length !== columns.length || found.some((end, index) => end !== columns?.[index])) return null;
    if (isCornered && label.end - row.start !== (line.words[0]?.end ?? 0) - start) isCorner = true;
    areDecimals &&= row.words.slice(-found.length).every((cell) => isDecimal(text, cell));
    areNumbers &&= labels.every((cell) => isNumberCell(text, cell));
    rows++;
  }
  if (columns === null || !isCorner) return null;
  const header = isNumeric ? words : phrasesTo(words, columns, start);
  if (header === null || header.length !== columns.length) return null;
  const written = header.map((cell) => Number(text.slice(cell.start, cell.end)));
  const ascends = header.length > 1 && written.every((value, i) => i === 0 || value > (written[i - 1] ?? 0));
  // Behind a word, numbers are those of a row that the word labels, unless they are years above decimals.
  const areYears = ascends && areDecimals && written.every(Number.isInteger);
  const isOfNumbers = isNamed || (isCornered ? areYears : !areNumbers || ascends);
  if (isNumeric ? !isOfNumbers : header.some((cell) => isNumberCell(text, cell))) return null;
  // One name alone stands well apart from the labels: in prose it does not.
  if (header.length === 1 && !isNamed && left.start < start + 2) return null;
  return { header, continues, rowsStart: body.start, isNamed };
}

/** Whether a number has a point, or is none. */
function isDecimal(text: string, { start, end }: Cell): boolean {
  return !/^[-+]?\d+$/.test(text.slice(start, end));
}

function isFirstNumber({ text, words }: Line): boolean {
  return words[0] !== undefined && isNumberCell(text, words[0]);
}

/** Whether `next` has names at the left alone, below a header that begins further right or with the name of the columns. */
function namesLabels(line: Line, next: Line): boolean {
  const { text } = next;
  const below = next.next;
  if (next.endsInNumber || below === null || below.isEmpty) return false;
  const columns = line.first > line.start ? line.first : (line.words[1]?.start ?? line.start);
  return (
    next.last - next.start < columns - line.start &&
    next.words.every((word) => /^[\p{L}_]/u.test(text.slice(word.start, word.end)))
  );
}

/** The ends of the last numbers of a row that all stand below ends of the header. */
function endsOf({ text, words, start }: Line, ends: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index];
    if (word === undefined || !ends.has(word.end - start) || !isNumberCell(text, word)) break;
    found.unshift(word.end - start);
  }
  return found;
}

/** The words of a header joined to a name for each column; null where more than a blank stands between two words of one. */
function phrasesTo(
  words: readonly Cell[],
  columns: readonly number[],
  start: number,
): readonly Cell[] | null {
  const phrases: Cell[] = [];
  let first: number | null = null;
  let last = 0;
  for (const { start: from, end } of words) {
    if (first !== null && from !== last + 1) return null;
    first ??= from;
    last = end;
    if (!columns.includes(end - start)) continue;
    phrases.push({ start: first, end });
    first = null;
  }
  return first === null && phrases.length === columns.length ? phrases : null;
}
