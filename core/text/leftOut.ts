import type { Span } from '../problem';
import { closeBracket, closeParenthesis, comma, dot, isBlank } from './characters';
import { longestFactor } from './factor';
import type { NumberArray, ReadingChoice } from './reading';
import { beginsLine } from './spaces';

/** As much of the text before and after a number is looked at. */
const nearby = 40;
const longestQuote = 40;
const longestHeading = 10;
const greaterThan = 62;

/** The numbers of a text that no array has, so that the reading can say how many there are: nothing is dropped in silence. */
export class LeftOut {
  private count = 0;
  private first: Span | null = null;
  /** Where those behind the last array begin and end, one after the other: texts may have very many. */
  private recent: number[] = [];

  add(start: number, end: number): void {
    this.recent.push(start, end);
  }

  /** Adds the numbers of a whole array that the reading does not take. */
  addArray({ values, places }: NumberArray): void {
    if (values.length === 0) return;
    this.count += values.length;
    this.first ??= places.spanOf(0);
  }

  /** Takes back those from `start` on, which an array turned out to have, as a factor before it. */
  settle(start: number): void {
    const { recent } = this;
    if (recent.length === 0) return;
    let size = recent.length;
    while (size > 0 && (recent[size - 2] ?? 0) >= start) size -= 2;
    const [first = 0, end = 0] = recent;
    if (size > 0) this.first ??= { offset: first, length: end - first };
    this.count += size / 2;
    this.recent = [];
  }

  /** What is to be said of them; null where there are none. */
  choiceIn(text: string): ReadingChoice | null {
    this.settle(text.length);
    const { count, first: span } = this;
    if (span === null) return null;
    const end = span.offset + Math.min(span.length, longestQuote);
    return { rule: 'left-out', count, first: text.slice(span.offset, end), span };
  }
}

/** Where what multiplies the array at `at` begins, which stands tight or after a blank before it: `\\frac{1}{2}`, `3 \\cdot`. */
export function startOfFactor(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - longestFactor), at);
  return at - (/(?:\S+[ \t]+(?:\\cdot|\\times|\*)|\S*)[ \t]*$/.exec(before)?.[0].length ?? 0);
}

/** Whether a number tells of a text and is none of its values: one that counts items or layers, a size, an index. */
export function isNoValue(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (/\b(?:layer|couche) ?[#(]?$/i.test(text.slice(Math.max(0, start - longestHeading), start))) return true;
  const isOrdinal = next === closeParenthesis || text.charCodeAt(end - 1) === dot;
  if (isOrdinal && beginsLine(text, start) && (next === closeParenthesis || isBlank(next))) return true;
  if (next !== closeBracket && next !== closeParenthesis && next !== comma && next !== greaterThan)
    return false;
  const before = text.slice(Math.max(0, start - nearby), start);
  if (next === closeBracket) return /[\w)\]]\[$/.test(before);
  // `std::array<double, 2>`.
  if (next === greaterThan) return /[<,]\s*$/.test(before);
  const after = text.slice(end, end + nearby);
  return /\w\((?:\d+\s*,\s*)*$/.test(before) && /^(?:\s*,\s*\d+)*\s*\)/.test(after);
}
