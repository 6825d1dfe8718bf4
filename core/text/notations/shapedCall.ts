import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { closerOf, isSpace } from '../characters';
import { skipConstructor } from '../constructors';
import type { NumberArray } from '../reading';
import { reshape } from '../shapes';
import type { Source } from '../source';
import { arrange } from './blocks';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';

/**
 * `Matrix(2, 3, [1, 2, …])` of SymPy, Maple and Sage, Go's `mat.NewDense`, C#'s `Matrix<double>.Build.Dense`, and in Rust
 * `DMatrix::from_row_slice(2, 3, &[1., …])` and `Array2::from_shape_vec((2, 3), vec![…])`: the size comes first.
 */
const sizeFirst =
  /(?:[A-Za-z]\w*(?:::)?(?:<\w+>)?(?:\.|::))*(Matrix|matrix|NewDense|Dense(?:OfRowMajor|OfColumnMajor)?|from_(?:row_slice|column_slice|vec|iterator|row_iterator|shape_vec))\(\s*\(?\s*(?:[A-Z]\w*\s*,\s*)?(\d+)\s*,\s*(\d+)\s*\)?\s*,\s*&?(?=[[({]|\[\]\w|vec!|new\b)/y;
/** `Matrix2::new(1., 2., 3., 4.)`, `Matrix2x3::from_row_slice(&[…])`, `Vector3::new(…)` of nalgebra: the name has it. */
const sizeInName =
  /(?:\w+::)*(?:(Row)?Vector(\d)|Matrix(\d)(?:x(\d))?|SMatrix::<\w+, *(\d+), *(\d+)>)::(?:<\w+>::)?(?:new(?=\()|(from_row_slice|from_column_slice|from_vec)\(\s*&?)/y;
/** Which of these fill columns first. */
const byColumns = /^(?:Dense(?:OfColumnMajor)?|from_(?:column_slice|vec|iterator))$/;
/** `tf.tensor2d([1, 2, …], [2, 3])`, and `reshape([1 2 3 4], 2, 2)`: it comes after. */
const sizeLast = /(?:(np|numpy|jnp|torch|tf|math)\.)?(?:(tensor(?:[1-6]d)?)|reshape)\(\s*(?=[[{])/y;
const sizes = /\s*,\s*(?:shape\s*=\s*)?[[(]?\s*(\d+(?:\s*,\s*\d+)*)\s*,?\s*[\])]?\s*\)/y;

/** What takes the array out of Rust's result. */
const unwrapping = /\.unwrap\(\)|\.expect\("[^"\n]*"\)|\?/y;

/** More text than this is not searched for the sizes after it. */
const longestData = 100_000;

/** Calls that say the size of an array beside its numbers. */
export const shapedCall: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'angle'],
  calls: { member: 'mMNtrDnf' },
  recognise: (text, at, limit) => {
    if (!/[A-Za-z]/.test(text.charAt(at))) return false;
    return [sizeFirst, sizeInName, sizeLast].some((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text) && pattern.lastIndex < limit;
    });
  },
  read: readCall,
};

function* readCall(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const written = matchAt(sizeFirst, text, start, limit);
  const inName = written === null ? matchAt(sizeInName, text, start, limit) : null;
  const call = written ?? inName ?? matchAt(sizeLast, text, start, limit);
  if (call === null) return null;
  const first = written === null ? (inName === null ? null : sizeOf(inName)) : [written[2], written[3]];
  const data = skipConstructor(text, start + call[0].length, limit);
  if (closerOf(text.charCodeAt(data)) === 0) return null;
  if (first === null && !hasSizes(text, data, limit)) return null;
  const reader = new ArrayReader(source, data, limit, 'text');
  const array = yield* reader.read();
  let end = reader.end;
  let shape = (first ?? []).map(Number);
  if (first === null) {
    const behind = matchAt(sizes, text, end, limit);
    if (behind === null) return null;
    shape = (behind[1] ?? '').split(',').map(Number);
    end = sizes.lastIndex;
  } else if (!call[0].endsWith('new')) {
    while (end < limit && isSpace(text.charCodeAt(end))) end++;
    if (text.charAt(end) === ')') end++;
    end += matchAt(unwrapping, text, end, limit)?.[0].length ?? 0;
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
  const isByColumn =
    shape.length === 2 &&
    (first === null
      ? call[1] === undefined && call[2] === undefined
      : byColumns.test(inName?.[7] ?? call[1] ?? ''));
  const shaped = isByColumn ? byColumn(array, shape) : reshape(array, shape);
  const item = { kind: 'array', name: null, array: { ...shaped, span }, form: reader.form, span } as const;
  return { items: [item], choices: isByColumn ? [{ rule: 'column-major' }] : [], end };
}

/** What the name of a type of nalgebra says of its size: a column is a vector. */
function sizeOf([, isRow, length, rows, columns, ...given]: RegExpExecArray): readonly (
  | string
  | undefined
)[] {
  if (length !== undefined) return isRow === undefined ? [length] : ['1', length];
  return rows === undefined ? given.slice(0, 2) : [rows, columns ?? rows];
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
