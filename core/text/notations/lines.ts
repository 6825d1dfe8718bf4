import { isBlank } from '../characters';
import { endOfLine } from '../spaces';

/** A stretch of one line. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

/** No header or rule that is recognised is longer. */
export const longestLine = 65_536;

/** The start of the line after the one that ends at `end`. */
export function nextLine(text: string, end: number, limit: number): number {
  if (end >= limit) return limit;
  const crlf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return Math.min(limit, end + (crlf ? 2 : 1));
}

/** The line that begins at `at`, without its end; only its head where it is very long. */
export function headOfLine(text: string, at: number, limit: number): string {
  return text.slice(at, endOfLine(text, at, Math.min(limit, at + longestLine)));
}

/** The start of the first line from `at` on with anything in it; `limit` where there is none. */
export function skipEmptyLines(text: string, at: number, limit: number): number {
  let line = at;
  while (line < limit) {
    const end = endOfLine(text, line, limit);
    if (trimmed(text, line, end).start < end) return line;
    line = nextLine(text, end, limit);
  }
  return limit;
}

/** Without the blanks at both ends; empty at `end` where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Cell {
  let first = start;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  let last = end;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

/** The words of a line, parted by blanks. */
export function wordsOf(text: string, start: number, end: number): readonly Cell[] {
  const words: Cell[] = [];
  let at = start;
  for (;;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at >= end) return words;
    const first = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    words.push({ start: first, end: at });
  }
}
