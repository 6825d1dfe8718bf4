import type { Span } from '../../../core/problem';
import type { NumberArray } from '../../../core/text/reading';

/**
 * One row of a matrix with the brackets around it alone. Null where its numbers do not stand one after
 * the other, as in a kernel or a matrix that is printed in blocks.
 */
export function rowSpan(text: string, { shape, places }: NumberArray, row: number): Span | null {
  const columns = shape.at(-1) ?? 1;
  const [first, last] = [row * columns, (row + 1) * columns - 1];
  if (columns === 0 || !(first >= 0 && last < places.length)) return null;
  for (let index = first; index < last; index++) {
    if (places.startOf(index + 1) <= places.startOf(index)) return null;
  }
  return bracketed(text, places.startOf(first), places.endOf(last));
}

const pairs: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** With the quotes and the one pair of brackets next to it. */
function bracketed(text: string, start: number, end: number): Span {
  const isQuote = (mark: string) => mark === '"' || mark === "'";
  let [from, to] = [start, end];
  if (isQuote(text.charAt(from - 1))) from -= 1;
  if (isQuote(text.charAt(to))) to += 1;
  const before = /[[({]\s*$/.exec(text.slice(Math.max(0, from - longestGap), from));
  const after = /^\s*[\])}]/.exec(text.slice(to, to + longestGap));
  if (before === null || after === null || pairs[before[0].charAt(0)] !== after[0].at(-1)) {
    return { offset: from, length: to - from };
  }
  const opening = from - before[0].length;
  return { offset: opening, length: to + after[0].length - opening };
}

const longestGap = 40;
