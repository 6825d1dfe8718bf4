import type { ArrayItem, Item, Name } from './items';
import { parseName } from './names';
import type { Cell } from './notations/lines';
import { columnOf, rowOf } from './shapes';

/** What the cells of a table's header say, without the quotes around them. */
export function columnNames(text: string, cells: readonly Cell[]): readonly Name[] {
  return cells.map(({ start, end }) => {
    const written = text.slice(start, end);
    return {
      text: written.trim().replace(/^(["'])(.*)\1$/, '$2'),
      span: { offset: start, length: end - start },
    };
  });
}

/** Labels of rows are not longer. */
const longestLabel = 20;

/**
 * A table with a column called P, or one called P and one called Q, has its distributions in these columns: vectors of these
 * names in its place; so has one whose rows are labelled so. Every other item as it is.
 */
export function splitDistributions(text: string, items: readonly Item[]): readonly Item[] {
  // A text may have very many vectors.
  if (!items.some((item) => item.kind === 'array' && item.array.shape.length === 2)) return items;
  return items.flatMap((item): readonly Item[] =>
    item.kind === 'array' ? (rowsOf(text, item) ?? distributionsIn(item)) : [item],
  );
}

/** The rows of a table of one or two that are labelled P and Q. */
function rowsOf(text: string, item: ArrayItem): readonly ArrayItem[] | null {
  const { array, name } = item;
  const [rows = 0, columns = 0] = array.shape;
  if (name !== null || array.shape.length !== 2 || rows > 2 || columns < 2) return null;
  const named = Array.from({ length: rows }, (_, row) => {
    const end = array.places.startOf(row * columns);
    const before = text.slice(Math.max(0, end - longestLabel), end);
    const label = before.slice(before.lastIndexOf('\n') + 1);
    const start = end - label.length;
    return {
      row,
      side: sideOf(label.replace(/^[|&,;:"'\s$]+|[|&,;:="'\s$]+$/g, '')),
      span: { offset: start, length: end - start },
    };
  });
  const sides = named.map(({ side }) => side?.toLowerCase());
  if (!sides.includes('p') || sides.includes(undefined) || new Set(sides).size < sides.length) return null;
  return named.map(({ row, side, span }) => {
    const vector = rowOf(array, row);
    return { ...item, name: { text: side ?? '', span }, array: vector, span: vector.span };
  });
}

function distributionsIn(item: ArrayItem): readonly ArrayItem[] {
  const { columns, ...vectors } = item;
  const { array, name } = item;
  if (columns === undefined || name !== null || array.shape.length !== 2) return [item];
  const named = columns.flatMap(({ text, span }, index) => {
    const side = sideOf(text);
    return side === null ? [] : [{ side, name: { text: side, span }, index }];
  });
  const sides = named.map(({ side }) => side.toLowerCase());
  if (!sides.includes('p') || new Set(sides).size < sides.length) return [item];
  return named.map(({ name: column, index }) => {
    const vector = columnOf(array, index);
    return { ...vectors, name: column, array: vector, span: vector.span };
  });
}

/** The letter of `P`, `q`, `p(x)`, `P(X = x)`, `q_i`; null of other names. */
export function sideOf(name: string): string | null {
  const plain = name
    .replace(/^\$(.*)\$$/, '$1')
    .replace(/\s*(?:\((?:[a-z]\s*=\s*)?[a-z](?:_?[ijk])?\)|_?\{?[ijk]\}?)$/i, '');
  const { role, index } = parseName(plain);
  return index === null && (role === 'p' || role === 'q') ? plain : null;
}
