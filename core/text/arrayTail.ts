import type { ArrayForm } from './arrayForm';
import { type Factor, mostMultiplied, multiplied } from './factor';
import { mayGoOn, transposeMark } from './lookahead';
import type { NumberArray } from './reading';
import { reshape, transpose } from './shapes';
import type { Source } from './source';

const longestReshape = 80;
const longestBinding = 20;
const longestDeclaration = 200;

/** The array whose bracket ends at `bracketEnd`, as a transpose, a `reshape` or a declaration around it shapes it. */
export function shapedAfter(
  text: string,
  start: number,
  array: NumberArray,
  bracketEnd: number,
): { readonly array: NumberArray; readonly end: number } {
  const end = bracketEnd + transposeMark(text, bracketEnd);
  const oriented = end > bracketEnd ? transposeMarked(array, text.slice(bracketEnd, end)) : array;
  const sizes = flatAfter(text, end, oriented.shape) ?? reshapeAfter(text, end, array.values.length);
  return sizes === null
    ? { array: unwrapped(text, start, oriented), end }
    : { array: reshape(oriented, sizes.shape), end: sizes.end };
}

/** The transpose; vectors of PARI and Octave are rows, and `~` and `'` make columns of them, NumPy's `.T` does not. */
function transposeMarked(array: NumberArray, mark: string): NumberArray {
  if (array.shape.length === 2) return transpose(array);
  return /^(?:~|\.?')$/.test(mark) && array.shape.length === 1
    ? reshape(array, [array.values.length, 1])
    : array;
}

/** `.flatten()`, `.ravel()`, or `.squeeze()` after an array of this shape that ends at `at`; null where there is none. */
function flatAfter(
  text: string,
  at: number,
  shape: readonly number[],
): { readonly shape: readonly number[]; readonly end: number } | null {
  const match = /^\)*\.(flatten|ravel|squeeze)\(\)/.exec(text.slice(at, at + longestReshape));
  if (match === null) return null;
  const count = shape.reduce((product, size) => product * size, 1);
  const flat = match[1] === 'squeeze' ? shape.filter((size) => size !== 1) : [count];
  return { shape: flat, end: at + match[0].length };
}

/** `.reshape(2, 3)` or `.view(2, -1)` after an array of so many numbers that ends at `at`; null where there is none. */
function reshapeAfter(
  text: string,
  at: number,
  count: number,
): { readonly shape: readonly number[]; readonly end: number } | null {
  if (!mayGoOn(text.charCodeAt(at))) return null;
  const match = /^\)*\.(?:reshape|view)\(\s*[([]?\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*,?\s*[)\]]?\s*\)/.exec(
    text.slice(at, at + longestReshape),
  );
  if (match === null) return null;
  const sizes = (match[1] ?? '').split(',').map(Number);
  const known = sizes.reduce((product, size) => (size < 0 ? product : product * size), 1);
  const shape = sizes.map((size) => (size < 0 ? count / Math.max(1, known) : size));
  const isWhole =
    shape.reduce((product, size) => product * size, 1) === count && shape.every(Number.isInteger);
  return isWhole ? { shape, end: at + match[0].length } : null;
}

/** Braces around the braces of a `std::array` add no dimension. */
function unwrapped(text: string, at: number, array: NumberArray): NumberArray {
  const { shape } = array;
  if (shape.length < 2 || shape[0] !== 1) return array;
  const line =
    text
      .slice(Math.max(0, at - longestDeclaration), at)
      .split('\n')
      .at(-1) ?? '';
  const depth = line.match(/std::array\b/g)?.length ?? 0;
  return depth > 0 && shape.length > depth ? reshape(array, shape.slice(1)) : array;
}

/** Rust's `vec![0.5; 3]`, which elsewhere are two rows of one number: the first so many times. */
export function repeated(
  source: Source,
  array: NumberArray,
  form: ArrayForm,
  start: number,
  at: number,
): NumberArray {
  const isPair = form.rowSeparators && array.shape[0] === 2 && array.shape[1] === 1;
  if (!isPair) return array;
  const { text, store } = source;
  const [value = Number.NaN, count = 0] = array.values;
  if (!Number.isInteger(count) || count < 1 || count > mostMultiplied) return array;
  const isVector = text.slice(at - 'vec!'.length, at) === 'vec!';
  const before = text.slice(Math.max(0, start - longestBinding), start);
  if (!isVector && !/\b(?:let|const|static)(?:\s+mut)?\s+$/.test(before)) return array;
  const [first = at, end = at] = [array.places.startOf(0), array.places.endOf(0)];
  store.push(value, first, end);
  for (let index = 1; index < count; index++) store.push(value, end, end);
  return store.take([count], array.span);
}

/** The array times what multiplies it, which is said as a choice. */
export function withFactors(
  source: Source,
  array: NumberArray,
  factors: readonly (Factor | null)[],
): NumberArray {
  let product = array;
  for (const factor of factors) {
    if (factor === null) continue;
    const { offset, length } = array.span;
    if (array.values.length > mostMultiplied) {
      const size = array.values.length;
      source.report('too-large', offset, offset + length, { what: 'matrix', size, limit: mostMultiplied });
      return array;
    }
    product = multiplied(source.text, product, factor);
    source.choices.push({ rule: 'factor', factor: factor.text });
  }
  return product;
}
