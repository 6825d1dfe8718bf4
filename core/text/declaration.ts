import type { Name } from './items';
import { PlaceWriter } from './places';
import type { NumberArray } from './reading';
import type { Source } from './source';

/**
 * An array in braces whose name declares its size, `W[2][3] = {…}` as C writes it: the name without
 * the size, and zeros where rows are left out. More rows than declared are reported where they begin.
 * Null where the name declares nothing.
 */
export function readDeclaration(
  source: Source,
  name: Name,
  array: NumberArray,
): { readonly name: Name; readonly array: NumberArray } | null {
  const written = /(?:\[\d*\])+$/.exec(name.text)?.[0];
  if (written === undefined) return null;
  const sizes = [...written.matchAll(/\[(\d*)\]/g)].map(([, size = '']) =>
    size === '' ? null : Number(size),
  );
  const bare = { ...name, text: withoutSize(name.text) };
  const { shape } = array;
  const whole = sizes.reduce<number>((product, size) => product * (size ?? 0), 1);
  // Without inner braces the numbers fill the rows one after the other.
  if (shape.length === 1 && sizes.length > 1 && array.values.length <= whole && whole <= mostDeclared) {
    const all = sizes.map((size) => size ?? 0);
    if (array.values.length < whole) source.choices.push({ rule: 'implied-zeros' });
    return { name: bare, array: withZeros(array, all, whole) };
  }
  if (sizes.length !== shape.length) return { name: bare, array };
  const row = shape.slice(1).reduce((product, size) => product * size, 1);
  for (const [dimension, size] of sizes.entries()) {
    const length = shape[dimension] ?? 0;
    if (size === null || length === size) continue;
    if (length > size || dimension > 0) {
      const place = dimension === 0 ? size * row : 0;
      const first = place < array.values.length ? array.places.startOf(place) : array.span.offset;
      const start = shape.length > 1 && dimension === 0 ? source.text.lastIndexOf('{', first) : first;
      source.report('ragged', start, array.span.offset + array.span.length, {
        row: dimension === 0 ? size : 0,
        length,
        expected: size,
      });
      return { name: bare, array };
    }
    if (size * row > mostDeclared) continue;
    source.choices.push({ rule: 'implied-zeros' });
    return { name: bare, array: withZeros(array, [size, ...shape.slice(1)], size * row) };
  }
  return { name: bare, array };
}

/** A name without the size that it declares: `b` of `b[2]`. */
export function withoutSize(name: string): string {
  return name.replace(/(?:\[\d*\])+$/, '');
}

const mostDeclared = 1_000_000;

function withZeros(array: NumberArray, shape: readonly number[], count: number): NumberArray {
  const end = array.span.offset + array.span.length - 1;
  const values = new Float64Array(count);
  const places = new PlaceWriter();
  values.set(array.values);
  for (let index = 0; index < count; index++) {
    const isWritten = index < array.values.length;
    places.push(isWritten ? array.places.startOf(index) : end, isWritten ? array.places.endOf(index) : end);
  }
  return { ...array, shape, values, places: places.take() };
}

/** How long each row is that `W[2][3] = {{…}, …}` declares; 0 where the braces at `at` have no rows in braces. */
export function declaredRow(text: string, name: Name | null, at: number): number {
  const sizes = name === null ? null : /(?:\[\d*\])*\[\d+\]\[(\d+)\]$|\[\]\[(\d+)\]$/.exec(name.text);
  const size = Number(sizes?.[1] ?? sizes?.[2] ?? 0);
  return size <= mostDeclared && /^\{\s*\{/.test(text.slice(at, at + 80)) ? size : 0;
}
