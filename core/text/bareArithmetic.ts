import { type Arithmetic, arithmeticAt } from '../exact/arithmetic';
import type { Span } from '../problem';
import { comma, isLineBreak, semicolon } from './characters';
import type { ArrayItem } from './items';
import type { Source } from './source';
import { skipBlanks, skipSpace } from './spaces';
import { composedAt, spelledWordAt } from './spelling';

/** A longer text is no sum that someone selected. */
const longestText = 2_000;

interface Element {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers by themselves that are written as arithmetic, `sqrt(2)/2`, `2*pi, 1 - ln(2)` or one on each line, as what
 * stands between the brackets of an array: commas and semicolons part columns, line ends rows. Null where all are
 * plain, which is left to the readers of rows, and where anything else stands between them.
 */
export function readBareArithmetic(source: Source, { offset, length }: Span): ArrayItem | null {
  if (length > longestText) return null;
  const { text, store } = source;
  const limit = offset + length;
  const rows: Element[][] = [[]];
  let isComposed = false;
  let isParted = true;
  let at = skipSpace(text, offset, limit, 'text');
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (unit === comma || unit === semicolon) {
      if (isParted) return null;
      isParted = true;
      at = skipBlanks(text, at + 1, limit);
      continue;
    }
    if (isLineBreak(unit)) {
      if (rows.at(-1)?.length !== 0) rows.push([]);
      isParted = true;
      at = skipBlanks(text, at + 1, limit);
      continue;
    }
    const pi = piAt(text, at, limit);
    const plain = spelledWordAt(text, at, limit);
    const found = pi ?? composedAt(text, at, limit) ?? plain;
    if (found === null || !isParted) return null;
    isComposed ||= pi !== null || found.end !== plain?.end;
    rows.at(-1)?.push({ value: found.value, start: at, end: found.end });
    isParted = false;
    at = skipBlanks(text, found.end, limit);
  }
  const filled = rows.filter((row) => row.length > 0);
  const [first, ...others] = filled;
  if (!isComposed || first === undefined) return null;
  reportRagged(source, filled);
  for (const { value, start, end } of filled.flat()) {
    if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
    store.push(value, start, end);
  }
  const start = first[0]?.start ?? offset;
  const span = { offset: start, length: (filled.at(-1)?.at(-1)?.end ?? start) - start };
  const shape = others.length > 0 ? [filled.length, first.length] : first.length > 1 ? [first.length] : [];
  source.meant = true;
  return { kind: 'array', name: null, array: store.take(shape, span), form: null, span };
}

function reportRagged(source: Source, rows: readonly (readonly Element[])[]): void {
  const expected = rows[0]?.length ?? 0;
  const index = rows.findIndex(({ length }) => length !== expected);
  const row = rows[index];
  const [first, last] = [row?.[0], row?.at(-1)];
  if (row === undefined || first === undefined || last === undefined) return;
  source.report('ragged', first.start, last.end, { row: index, length: row.length, expected });
}

const namesPi = /^(?:\w+\.)?(?:pi|π)$/i;

/** π by itself; `e` by itself is anybody's name. */
function piAt(text: string, at: number, limit: number): Arithmetic | null {
  const found = arithmeticAt(text, at, limit);
  return found !== null && namesPi.test(text.slice(at, found.end)) ? found : null;
}
