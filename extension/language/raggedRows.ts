import type { Span } from '../../core/problem';

const opening = '[({';
const closing = '])}';
const rowStart = '[({;\n';
/** Longer texts are not shown row by row. */
const longestText = 100_000;

interface Group {
  readonly children: Row[];
  readonly start: number;
}

interface Row {
  readonly start: number;
  readonly end: number;
}

/**
 * The rows of the matrix around a place as their numbers are written, short and long ones as they
 * are: the groups beside the place inside one bracket, or else the lines of that bracket or text.
 * Null where there are fewer than two.
 */
export function raggedRows(text: string, place: Span): readonly (readonly string[])[] | null {
  if (text.length > longestText) return null;
  const rows = rowsAround(text, place.offset);
  const cells = rows
    .map(({ start, end }) => text.slice(start, end).match(/[^\s,;&|[\](){}"']+/g) ?? [])
    .filter((row) => row.length > 0);
  return cells.length < 2 ? null : cells;
}

/**
 * The whole row of a ragged matrix, from its bracket or the start of its line: the problem's own place
 * is only where the row ends too soon or goes on too long.
 */
export function raggedRowSpan(text: string, place: Span): Span {
  let start = place.offset;
  while (start > 0 && !rowStart.includes(text[start - 1])) start -= 1;
  if (opening.includes(text[start - 1] ?? ' ')) start -= 1;
  else while (start < place.offset && text[start].trim() === '') start += 1;
  return { offset: start, length: place.offset + place.length - start };
}

function rowsAround(text: string, offset: number): readonly Row[] {
  const open: Group[] = [{ children: [], start: 0 }];
  for (let at = 0; at < text.length; at += 1) {
    if (opening.includes(text[at])) open.push({ children: [], start: at + 1 });
    if (!closing.includes(text[at]) || open.length === 1) continue;
    const group = open.pop() ?? { children: [], start: at };
    if (offset >= group.start && offset <= at) {
      if (group.children.length > 1) return group.children;
      const lines = linesOf(text, group.start, at);
      if (lines.length > 1) return lines;
    }
    open.at(-1)?.children.push({ start: group.start, end: at });
  }
  return linesOf(text, 0, text.length);
}

function linesOf(text: string, start: number, end: number): readonly Row[] {
  const rows: Row[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text[at] !== '\n' && text[at] !== ';') continue;
    if (text.slice(from, at).trim() !== '') rows.push({ start: from, end: at });
    from = at + 1;
  }
  return rows;
}
