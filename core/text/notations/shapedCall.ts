import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { closerOf, isSpace } from '../characters';
import { skipConstructor } from '../constructors';
import type { NumberArray } from '../reading';
import { reshape } from '../shapes';
import type { Source } from '../source';
import { arrange } from './blocks';
import type { Found, ValueReader } from './notation';

/** `Matrix(2, 3, [1, 2, …])` of SymPy, Maple and Sage, and Go's `mat.NewDense`: the size comes first. */
const sizeFirst =
  /(?:[A-Za-z]\w*\.)*(?:Matrix|matrix|NewDense)\(\s*(?:[A-Z]\w*\s*,\s*)?(\d+)\s*,\s*(\d+)\s*,\s*(?=[[({]|\[\]\w)/y;
/** `tf.tensor2d([1, 2, …], [2, 3])`, and `reshape([1 2 3 4], 2, 2)`: it comes after. */
const sizeLast = /(?:(np|numpy|jnp|torch|tf|math)\.)?(?:(tensor(?:[1-6]d)?)|reshape)\(\s*(?=[[{])/y;
const sizes = /\s*,\s*(?:shape\s*=\s*)?[[(]?\s*(\d+(?:\s*,\s*\d+)*)\s*,?\s*[\])]?\s*\)/y;

/** More text than this is not searched for the sizes after it. */
const longestData = 100_000;

/** Calls that say the size of an array beside its numbers. */
export const shapedCall: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call'],
  calls: { member: 'mMNtr' },
  recognise: (text, at, limit) => {
    if (!/[A-Za-z]/.test(text.charAt(at))) return false;
    return [sizeFirst, sizeLast].some((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text) && pattern.lastIndex < limit;
    });
  },
  read: readCall,
};

function* readCall(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  sizeFirst.lastIndex = start;
  const first = sizeFirst.exec(text);
  sizeLast.lastIndex = start;
  const call = first ?? sizeLast.exec(text);
  if (call === null) return null;
  const data = skipConstructor(text, start + call[0].length, limit);
  if (closerOf(text.charCodeAt(data)) === 0) return null;
  if (first === null && !hasSizes(text, data, limit)) return null;
  const reader = new ArrayReader(source, data, limit, 'text');
  const array = yield* reader.read();
  let end = reader.end;
  let shape = [Number(first?.[1] ?? 0), Number(first?.[2] ?? 0)];
  if (first === null) {
    sizes.lastIndex = end;
    const written = sizes.exec(text);
    if (written === null) return null;
    shape = (written[1] ?? '').split(',').map(Number);
    end = sizes.lastIndex;
  } else {
    while (end < limit && isSpace(text.charCodeAt(end))) end++;
    if (text.charAt(end) === ')') end++;
  }
  const span = { offset: start, length: end - start };
  const count = shape.reduce((product, size) => product * size, 1);
  store.discard();
  if (count !== array.values.length) {
    const { offset, length } = array.span;
    source.report('ragged', offset, offset + length, {
      row: 0,
      length: array.values.length,
      expected: count,
    });
    return { items: [], choices: [], end };
  }
  // Octave, Julia and Fortran fill columns; Python and JavaScript rows.
  const isByColumn = first === null && call[1] === undefined && call[2] === undefined && shape.length === 2;
  const shaped = isByColumn ? byColumn(array, shape) : reshape(array, shape);
  const item = { kind: 'array', name: null, array: { ...shaped, span }, form: reader.form, span } as const;
  return { items: [item], choices: isByColumn ? [{ rule: 'column-major' }] : [], end };
}

/** Whether sizes follow the brackets at `data`, so that nothing else is taken for such a call. */
function hasSizes(text: string, data: number, limit: number): boolean {
  let depth = 0;
  const furthest = Math.min(limit, data + longestData);
  for (let at = data; at < furthest; at++) {
    const unit = text.charAt(at);
    // Another call begins: these are no numbers alone.
    if (/[p-zP-Z_]/.test(unit)) return false;
    if (/[[({]/.test(unit)) depth++;
    else if (/[\])}]/.test(unit) && --depth === 0) {
      sizes.lastIndex = at + 1;
      return sizes.test(text);
    }
  }
  return false;
}

function byColumn(array: NumberArray, shape: readonly number[]): NumberArray {
  const [rows = 1, columns = 1] = shape;
  const places = Uint32Array.from(
    { length: rows * columns },
    (_, index) => (index % columns) * rows + Math.floor(index / columns),
  );
  return arrange(array, shape, places);
}
