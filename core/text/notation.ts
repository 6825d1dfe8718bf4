import type { ArrayForm } from './arrayForm';
import { isWordUnit } from './characters';
import type { ArrayItem, Item } from './items';
import type { Notation, NumberArray } from './reading';

const longestCaller = 12;
/** As much of an array as its notation is told from. */
const noticed = 4_000;

/** What a repr calls its class, without the module that a program would import it from. */
const callers: Readonly<Record<string, Notation>> = {
  array: 'numpy-repr',
  tensor: 'torch-repr',
  Array: 'jax-repr',
  DeviceArray: 'jax-repr',
  'tf.Tensor': 'tf-repr',
  Matrix: 'sympy-repr',
  c: 'r-dput',
};

/** The notation of what was read, told from its names, brackets and separators. */
export function notationOf(items: readonly Item[], text: string): Notation {
  const first = items[0];
  if (first === undefined) return 'plain';
  if (first.kind === 'object') return 'json';
  if (first.kind === 'choice' || first.name !== null) return 'assignments';
  const { array, form } = first;
  return form === null ? notationOfRows(first, text) : notationOfArray(array, form, text);
}

/** Lines of numbers without brackets: with commas or semicolons, with tabs, or with blanks. */
function notationOfRows({ array }: ArrayItem, text: string): Notation {
  if (array.shape.length < 2) return 'plain';
  const [first = 0, second = 0] = [array.places.endOf(0), array.places.startOf(1)];
  const between = text.slice(first, second);
  if (/[,;]/.test(between)) return 'csv';
  return between.includes('\t') ? 'tsv' : 'plain';
}

/** The notation of one array in brackets. */
export function notationOfArray({ span, values }: NumberArray, form: ArrayForm, text: string): Notation {
  const { offset, length } = span;
  const written = text.slice(offset, offset + Math.min(length, noticed));
  const isCalled = isWordUnit(text.charCodeAt(offset - 1));
  const before = isCalled ? text.slice(Math.max(0, offset - longestCaller), offset) : '';
  const caller = !isCalled ? '' : (/(?:^|[^\w.$])((?:tf\.)?[A-Za-z]+)$/.exec(before)?.[1] ?? '');
  // `matrix([[1, 2]])` is NumPy's, `matrix([1, 2], [3, 4])` Maxima's.
  if (caller === 'matrix') return /^\(\s*\[\s*\[/.test(written) ? 'numpy-repr' : 'maxima';
  const named = Object.hasOwn(callers, caller) ? callers[caller] : undefined;
  if (form.opener === '(' && named !== undefined) return named;
  if (form.opener === '(') return form.inner === '[' ? 'python-list' : 'parentheses';
  if (form.opener === '{') return isOfMathematica(written) ? 'mathematica' : 'braces';
  if (isCalled && /(?:Float|Int|Rational)\w*$/.test(caller + (/(?:Float|Int)\d*$/.exec(before)?.[0] ?? '')))
    return 'julia';
  if (/[/f]/.test(written) && /\d ?\/\/ ?\d|\df-?(?!(?:16|32|64)\b)\d/.test(written)) return 'julia';
  if ((written.includes('E') && /\d E[-+]?\d/.test(written)) || text.charAt(offset + length) === '~')
    return 'pari';
  if (form.rowSeparators) return 'octave-literal';
  if (!form.commas) return notationWithoutCommas(values.length, written);
  return form.trailingComma || isOfPython(written) ? 'python-list' : 'json';
}

/** NumPy prints brackets in brackets, `1.` for a float, and folds a long vector over lines. */
function notationWithoutCommas(count: number, written: string): Notation {
  if (/^\[\s*\[/.test(written)) return count > 1 ? 'numpy-str' : 'json';
  if (/\d\.(?!\d)/.test(written) || /\d\r?\n \s*[-\d]/.test(written)) return 'numpy-str';
  return count === 1 ? 'json' : 'octave-literal';
}

function isOfMathematica(written: string): boolean {
  return /\*\^|\d`|\d\s*\/\s*\d|\b(?:Infinity|Indeterminate|Pi|Sqrt|Log|Exp|ComplexInfinity)\b/.test(written);
}

function isOfPython(written: string): boolean {
  return /\d\.(?!\d)|(?<![\w.])(?:\.\d|nan|inf|None)|(?<!Array)\(|\d_\d/.test(written);
}
