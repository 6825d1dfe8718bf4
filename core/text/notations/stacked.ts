import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { shapedAfter } from '../arrayShape';
import { withFactors } from '../arrayTail';
import { skipConstructor } from '../constructors';
import { type Factor, factorOfCall, trailingFactor } from '../factor';
import type { NumberArray } from '../reading';
import { reshape, transpose } from '../shapes';
import type { Source } from '../source';
import { skipSpace } from '../spaces';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';

const index = /(?:np|numpy|jnp|cp)\.([cr]_)(?=\[)/y;
const call =
  /(?:(?:np|numpy|jnp|torch|cp)\.)(column_stack|hstack|concatenate|cat|concat|stack|transpose|t)\(\s*|(transpose)\((?=\[)|(Transpose)\[(?=\{)/y;
const axis = /\s*,\s*(?:(?:axis|dim)\s*=\s*)?(-?\d)\s*/y;

/** Arrays that NumPy sets side by side or one behind the other, `np.c_[[1, 2], [3, 4]]`, and transposes in front of an array. */
export const stacked: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'index', 'number'],
  calls: { name: 'njctT' },
  recognise: (text, at, limit) => openingAt(text, at, limit) !== null,
  read: readStack,
};

interface Opening {
  readonly name: string;
  /** Where the brackets of the numbers begin. */
  readonly bracket: number;
  /** What closes the call; null of an index, which is the brackets. */
  readonly closer: string | null;
  /** What multiplies it all. */
  readonly factor: Factor | null;
}

function openingAt(text: string, start: number, limit: number): Opening | null {
  const factor = factorOfCall(text, start, limit);
  const at = factor?.end ?? start;
  if (!/[njctT]/.test(text.charAt(at))) return null;
  const indexed = matchAt(index, text, at, limit);
  if (indexed !== null)
    return { factor, name: indexed[1] ?? '', bracket: at + indexed[0].length, closer: null };
  const called = matchAt(call, text, at, limit);
  if (called === null) return null;
  const name = (called[1] ?? called[2] ?? called[3] ?? '').toLowerCase();
  const bracket = skipConstructor(text, at + called[0].length, limit);
  const closer = called[3] === undefined ? ')' : ']';
  return /[[({]/.test(text.charAt(bracket)) ? { factor, name, bracket, closer } : null;
}

function* readStack(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const opening = openingAt(text, start, limit);
  if (opening === null) return null;
  const { name, bracket, closer, factor } = opening;
  const reader = new ArrayReader(source, bracket, limit, 'text');
  const array = yield* reader.read();
  let end = reader.end;
  let along: number | null = null;
  if (closer !== null) {
    const given = matchAt(axis, text, end, limit);
    along = given === null ? null : Number(given[1]);
    end = skipSpace(text, end + (given?.[0].length ?? 0), limit, 'text');
    if (end >= limit || text.charAt(end) !== closer) return refused(source, start, bracket, end);
    end++;
  }
  const arranged = arrangedBy(name, array, along);
  // A range of Python in brackets leaves its end out.
  if (arranged === null || (closer === null && text.slice(bracket, end).includes(':')))
    return refused(source, start, bracket, end);
  const shaped = shapedAfter(text, start, arranged, end);
  const behind = trailingFactor(text, shaped.end, limit);
  end = behind?.end ?? shaped.end;
  const span = { offset: start, length: end - start };
  const whole = withFactors(source, { ...shaped.array, span }, [factor, behind]);
  const item = { kind: 'array', name: null, array: whole, form: reader.form, span } as const;
  const { opener, rowSeparators } = reader.form;
  const notation = opener === '{' ? 'mathematica' : rowSeparators ? 'octave-literal' : 'python-list';
  return { items: [item], choices: [], end, notation };
}

/** The numbers in the order and the shape that the call gives them; null where that is not known. */
function arrangedBy(name: string, array: NumberArray, along: number | null): NumberArray | null {
  const { shape, values } = array;
  const rank = shape.length;
  switch (name) {
    case 'c_':
      // Numbers by themselves are columns of one row.
      return rank === 2 ? transpose(array) : rank === 1 ? reshape(array, [1, values.length]) : null;
    case 'column_stack':
      return rank === 2 && along === null ? transpose(array) : null;
    case 'r_':
    case 'hstack':
      return rank <= 2 && along === null ? reshape(array, [values.length]) : null;
    case 'concatenate':
    case 'cat':
    case 'concat':
      return rank === 2 && (along ?? 0) === 0 ? reshape(array, [values.length]) : null;
    case 'stack':
      if ((along ?? 0) === 0) return array;
      return rank === 2 && (along === 1 || along === -1) ? transpose(array) : null;
    default:
      if (rank > 2 || along !== null) return null;
      return rank === 2 ? transpose(array) : array;
  }
}

function refused(source: Source, start: number, bracket: number, end: number): Found {
  source.reportComputed({ start, end: bracket - (/[([]/.test(source.text.charAt(bracket - 1)) ? 1 : 0) });
  source.meant = true;
  return { items: [], choices: [], end };
}
