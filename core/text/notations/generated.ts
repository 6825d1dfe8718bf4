import { parseRational } from '../../exact/parseRational';
import { toNumber } from '../../exact/toNumber';
import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { shapedAfter } from '../arrayShape';
import { withFactors } from '../arrayTail';
import { isLetter } from '../characters';
import { skipConstructor } from '../constructors';
import { type Factor, factorOfCall, trailingFactor } from '../factor';
import { operationBehind } from '../operation';
import { Places } from '../places';
import type { Notation, NumberArray, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { skipBlanks } from '../spaces';
import { endsAlone, matchAt, refuseRest, standsAlone } from './callEnds';
import type { Found, ValueReader } from './notation';

/** A short text must not become a long one. */
const mostNumbers = 10_000;
const library = String.raw`((?:np|numpy|jnp|torch|tf|cp|mx\.np)\.)?`;
const sizes = String.raw`[[(]?\s*(\d+(?:\s*[,\s]\s*\d+)*)\s*,?\s*[\])]?`;
const options = String.raw`\s*(?:,\s*(?:dtype|device|order|requires_grad)\s*=\s*[\w.'":]+\s*)*\)`;
const filled = new RegExp(String.raw`${library}(zeros|ones|eye|identity)\(\s*${sizes}${options}`, 'y');
const full = new RegExp(
  String.raw`${library}full\(\s*${sizes}\s*,\s*([-+]?[\d.]+(?:e[-+]?\d+)?)${options}`,
  'y',
);
/** The value first: `fill(0.5, 2, 2)` of Julia, `repmat(0.5, 2, 2)` of MATLAB, `ConstantArray[1/2, {2, 2}]`, `np.repeat(0.25, 4)`. */
const valueFirst =
  /(?:(np|numpy)\.)?(fill|repmat|repeat|ConstantArray)[([]\s*([-+]?[\d.]+(?:e[-+]?\d+|\s*\/\s*\d+)?)\s*,\s*[({[]?\s*(\d+(?:\s*,\s*\d+)*)\s*,?\s*[)}\]]?\s*[)\]]/y;
/** Mathematica's. */
const identity = /IdentityMatrix\[\s*(\d+)\s*\]/y;
const diagonal =
  /(?:(?:np|numpy|jnp|torch|tf\.linalg)\.)?(?:diag|diagm|DiagonalMatrix)[([]\s*(?=[[({]|[a-z.]*\()/y;

/** Any of these: a number, or one of the names. */
const begins =
  /[\d.+-]|(?:(?:np|numpy|jnp|torch|tf|cp|mx\.np|tf\.linalg)\.)?(?:zeros|ones|eye|identity|full|fill|rep(?:mat|eat)|ConstantArray|IdentityMatrix|diagm?|DiagonalMatrix)[([]/y;

/** Calls that make an array of a size, `zeros(2, 3)`, `np.eye(3)`, and those that make a diagonal matrix of a vector. */
export const generated: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'index', 'number'],
  calls: { name: 'znjtcmoeifdDICr' },
  recognise: (text, at, limit) => {
    begins.lastIndex = at;
    if (!begins.test(text) || !standsAlone(text, at)) return false;
    return callAt(text, at, limit) !== null || matchAt(diagonal, text, at, limit) !== null;
  },
  read: readCall,
};

interface Call {
  readonly shape: readonly number[];
  readonly end: number;
  readonly notation: Notation;
  /** What stands on the diagonal of a matrix, and what everywhere else. */
  readonly diagonal: number;
  readonly other: number;
  readonly leading: Factor | null;
}

/** A call with the factor before it. */
function callAt(text: string, at: number, limit: number): Call | null {
  const isCall = isLetter(text.charCodeAt(at));
  const leading = isCall ? null : factorOfCall(text, at, limit);
  if (leading === null && !isCall) return null;
  const call = plainCallAt(text, leading?.end ?? at, limit);
  if (call === null || /^[ \t]*\(/.test(text.slice(call.end, call.end + 20))) return null;
  return { ...call, leading };
}

function plainCallAt(text: string, at: number, limit: number): Omit<Call, 'leading'> | null {
  const ofMathematica = matchAt(identity, text, at, limit);
  const constant = ofMathematica ?? matchAt(filled, text, at, limit);
  if (constant !== null) return constantCall(constant, at, ofMathematica !== null);
  const sizesFirst = matchAt(full, text, at, limit);
  const match = sizesFirst ?? matchAt(valueFirst, text, at, limit);
  if (match === null) return null;
  const [written, prefix, name = 'full'] = match;
  const [value = '', sizes = ''] = sizesFirst === null ? [match[3], match[4]] : [match[3], match[2]];
  const shape = sizes.split(/[,\s]+/).map(Number);
  // n × n to MATLAB; and Python repeats along one dimension alone.
  if (
    (name === 'repmat' && shape.length === 1) ||
    (name === 'repeat' && (prefix === undefined || shape.length > 1))
  )
    return null;
  const number = parseRational(value);
  if (number === null || !isSmall(shape)) return null;
  const notation =
    name === 'ConstantArray'
      ? 'mathematica'
      : name === 'fill'
        ? 'julia'
        : name === 'repmat'
          ? 'octave-literal'
          : 'python-list';
  return { shape, end: at + written.length, notation, diagonal: toNumber(number), other: toNumber(number) };
}

function isSmall(shape: readonly number[]): boolean {
  const count = shape.reduce((product, size) => product * size, 1);
  return count > 0 && count <= mostNumbers;
}

function constantCall(
  [written, prefix, name = '', sizes = '']: RegExpExecArray,
  at: number,
  isOfMathematica: boolean,
): Omit<Call, 'leading'> | null {
  const shape = (isOfMathematica ? (prefix ?? '') : sizes).split(/[,\s]+/).map(Number);
  const isDiagonal = isOfMathematica || name === 'eye' || name === 'identity';
  if (isDiagonal) {
    if (shape.length === 1) shape.push(shape[0] ?? 0);
    if (shape.length !== 2) return null;
  } else if (shape.length === 1 && prefix === undefined) return null; // n × n to MATLAB, n numbers to Julia.
  if (!isSmall(shape)) return null;
  const other = name === 'zeros' || isDiagonal ? 0 : 1;
  const notation = isOfMathematica ? 'mathematica' : prefix === undefined ? 'octave-literal' : 'python-list';
  return { shape, end: at + written.length, notation, diagonal: isDiagonal ? 1 : other, other };
}

function* readCall(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const call = callAt(text, start, limit);
  if (call === null) return yield* readDiagonal(source, start, limit);
  const { shape, notation, leading } = call;
  const width = shape.at(-1) ?? 1;
  const count = shape.reduce((product, size) => product * size, 1);
  for (let index = 0; index < count; index++) {
    const isOn = Math.floor(index / width) === index % width;
    store.push(isOn ? call.diagonal : call.other, call.end, call.end);
  }
  const whole = store.take(shape, { offset: start, length: call.end - start });
  const shaped = shapedAfter(text, start, whole, call.end);
  const trailing = trailingFactor(text, shaped.end, limit);
  const end = trailing?.end ?? shaped.end;
  if (!endsAlone(text, end, limit)) {
    const behind = operationBehind(text, end, limit, false);
    return behind === null ? null : { items: [], choices: [], end: source.reportComputed(behind) };
  }
  const span = { offset: start, length: end - start };
  const choices: readonly ReadingChoice[] = call.other === 0 ? [{ rule: 'implied-zeros' }] : [];
  const array = { ...withFactors(source, shaped.array, [leading, trailing]), span };
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end, notation };
}

/** The vector in the brackets, on the diagonal of a square of zeros. */
function* readDiagonal(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const head = matchAt(diagonal, text, start, limit);
  if (head === null) return null;
  const reader = new ArrayReader(source, skipConstructor(text, start + head[0].length, limit), limit, 'text');
  const vector: NumberArray = yield* reader.read();
  const close = skipBlanks(text, reader.end, limit);
  const size = vector.values.length;
  const isWhole = close < limit && /[)\]]/.test(text.charAt(close));
  if (isWhole && !endsAlone(text, close + 1, limit))
    return { items: [], choices: [], end: refuseRest(source, close + 1, limit) };
  if (!isWhole || vector.shape.length !== 1 || size * size > mostNumbers) {
    const { offset, length } = vector.span;
    source.reportSyntax('unexpected-token', start, offset + length, 'numbers');
    return { items: [], choices: [], end: Math.max(reader.end, start + 1) };
  }
  const end = close + 1;
  const values = new Float64Array(size * size);
  const starts = new Uint32Array(size * size).fill(end);
  const ends = new Uint32Array(size * size).fill(end);
  for (let index = 0; index < size; index++) {
    const place = index * (size + 1);
    values[place] = vector.values[index] ?? 0;
    starts[place] = vector.places.startOf(index);
    ends[place] = vector.places.endOf(index);
  }
  const span = { offset: start, length: end - start };
  const array: NumberArray = { shape: [size, size], values, places: Places.of(starts, ends), span };
  const notation = text.startsWith('Diag', start) ? 'mathematica' : 'python-list';
  const item = { kind: 'array', name: null, array, form: null, span } as const;
  return { items: [item], choices: [{ rule: 'implied-zeros' }], end, notation };
}
