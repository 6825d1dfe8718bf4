import {
  comma,
  hash,
  isLineBreak,
  isSpace,
  isVulgarFraction,
  isWordUnit,
  percent,
  semicolon,
  slash,
} from './characters';
import { mayBeginNumber } from './number';
import type { Source } from './source';
import { endOfLine, fenceLength } from './spaces';
import { spelledWordAt } from './spelling';

/** Longer lines are looked at up to here. */
const longestLine = 2_000;

interface Field {
  readonly start: number;
  readonly end: number;
  readonly isNumber: boolean;
}

/** What stands between blanks, commas and semicolons on the line that begins at `at`. */
function fieldsOf(text: string, at: number, limit: number): readonly Field[] {
  const fields: Field[] = [];
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  for (let place = skipSeparators(text, at, end); place < end; place = skipSeparators(text, place, end)) {
    const start = place;
    place = endOfField(text, start, end);
    fields.push({ start, end: place, isNumber: spelledWordAt(text, start, end)?.end === place });
  }
  return fields;
}

function endOfField(text: string, at: number, end: number): number {
  let place = at;
  while (place < end && !isSeparator(text.charCodeAt(place))) place++;
  return place;
}

function isSeparator(unit: number): boolean {
  return unit === comma || unit === semicolon || isSpace(unit);
}

function skipSeparators(text: string, at: number, end: number): number {
  let place = at;
  while (place < end && isSeparator(text.charCodeAt(place)) && !isLineBreak(text.charCodeAt(place))) place++;
  return place;
}

/** Whether two fields or more stand on the line that begins at `at`, and every one is a number. */
export function isSpelledRow(text: string, at: number, limit: number): boolean {
  // The first field of most lines is none: where such a line ends is not looked for.
  const most = Math.min(limit, at + longestLine);
  let fields = 0;
  for (let place = skipSeparators(text, at, most); place < most; place = skipSeparators(text, place, most)) {
    if (isLineBreak(text.charCodeAt(place))) break;
    const end = endOfField(text, place, most);
    if (spelledWordAt(text, place, end)?.end !== end) return false;
    fields++;
    place = end;
  }
  return fields > 1;
}

/** Whether one number and nothing else stands from `at` to the end of the line. */
export function isSpelledLine(text: string, at: number, limit: number): boolean {
  // A line is many times as long as a number: its end is not looked for.
  const most = Math.min(limit, at + longestLine);
  const start = skipSeparators(text, at, most);
  if (start >= most || isLineBreak(text.charCodeAt(start))) return false;
  const number = spelledWordAt(text, start, most);
  if (number === null) return false;
  const end = skipSeparators(text, number.end, most);
  return end === limit || (end < most && isLineBreak(text.charCodeAt(end)));
}

/**
 * Reports a line just above or just below rows of numbers that has as many fields and a number among
 * them, but one that is none: it is a row that could not be read, and must not go missing in silence.
 */
export function reportStrayRow(
  source: Source,
  rows: { readonly start: number; readonly end: number; readonly columns: number },
  floor: number,
  limit: number,
): void {
  const { text } = source;
  const above = startOfLineBefore(text, rows.start, floor);
  const last = endOfLine(text, rows.end, limit);
  const below = last < limit ? last + (text.startsWith('\r\n', last) ? 2 : 1) : -1;
  for (const at of [above, below]) {
    if (at < 0 || at >= limit || isAside(text, at)) continue;
    const fields = fieldsOf(text, at, limit);
    const wrong = fields.find(({ isNumber }) => !isNumber);
    const isRow = fields.length === rows.columns && fields.some(({ isNumber }) => isNumber);
    if (wrong === undefined || !isRow) continue;
    source.reportSyntax('unexpected-token', wrong.start, wrong.end, 'number');
    return;
  }
}

/** Where the line begins above the one that holds `at`; −1 where there is none from `floor` on. */
function startOfLineBefore(text: string, at: number, floor: number): number {
  let end = at;
  while (end > floor && text.charAt(end - 1) !== '\n') end--;
  if (end === floor) return -1;
  let start = end - 1;
  while (start > floor && text.charAt(start - 1) !== '\n') start--;
  return start;
}

/** A comment or a fence. */
function isAside(text: string, line: number): boolean {
  let at = line;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  const unit = text.charCodeAt(at);
  return unit === hash || unit === percent || unit === slash || fenceLength(text, at) > 0;
}

/** A digit, a letter, a sign, or a sign for a number, as `½`. */
export function mayBeginSpelledRow(unit: number): boolean {
  return isWordUnit(unit) || mayBeginNumber(unit) || isVulgarFraction(unit);
}
