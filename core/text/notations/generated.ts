import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { isBlank, isLineBreak, isOperator } from '../characters';
import { skipConstructor } from '../constructors';
import { Places } from '../places';
import type { Notation, NumberArray, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { skipBlanks } from '../spaces';
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
/** Mathematica's. */
const identity = /IdentityMatrix\[\s*(\d+)\s*\]/y;
const diagonal =
  /(?:(?:np|numpy|jnp|torch|tf\.linalg)\.)?(?:diag|diagm|DiagonalMatrix)[([]\s*(?=[[({]|[a-z.]*\()/y;

/** Calls that make an array of a size, `zeros(2, 3)`, `np.eye(3)`, and those that make a diagonal matrix of a vector. */
export const generated: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'index'],
  recognise: (text, at, limit) => {
    if (!/[znjtcmoeifdDI]/.test(text.charAt(at)) || !standsAlone(text, at)) return false;
    return callAt(text, at, limit) !== null || matches(diagonal, text, at, limit) !== null;
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
}

function matches(pattern: RegExp, text: string, at: number, limit: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match !== null && pattern.lastIndex <= limit ? match : null;
}

/** Where more is made of an array by arithmetic or by another call, the call alone would be other numbers. */
function standsAlone(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || isLineBreak(text.charCodeAt(before)) || /[=:←-]/.test(text.charAt(before));
}

function endsAlone(text: string, end: number, limit: number): boolean {
  const after = skipBlanks(text, end, limit);
  return after >= limit || !(isOperator(text.charCodeAt(after)) || /[.'(@[]/.test(text.charAt(after)));
}

function callAt(text: string, at: number, limit: number): Call | null {
  const ofMathematica = matches(identity, text, at, limit);
  const constant = ofMathematica ?? matches(filled, text, at, limit);
  const value = constant === null ? matches(full, text, at, limit) : null;
  const match = constant ?? value;
  if (match === null || !endsAlone(text, at + match[0].length, limit)) return null;
  const end = at + match[0].length;
  const [, prefix, name = ''] = match;
  const written = ofMathematica !== null ? prefix : value === null ? match[3] : match[2];
  const shape = (written ?? '').split(/[,\s]+/).map(Number);
  const isDiagonal = ofMathematica !== null || name === 'eye' || name === 'identity';
  if (isDiagonal) {
    if (shape.length === 1) shape.push(shape[0] ?? 0);
    if (shape.length !== 2) return null;
  } else if (shape.length === 1 && prefix === undefined) return null; // n × n to MATLAB, n numbers to Julia.
  const count = shape.reduce((product, size) => product * size, 1);
  if (count === 0 || count > mostNumbers) return null;
  const number = value === null ? (name === 'zeros' || isDiagonal ? 0 : 1) : Number(value[3]);
  return {
    shape,
    end,
    notation:
      ofMathematica !== null ? 'mathematica' : prefix === undefined ? 'octave-literal' : 'python-list',
    diagonal: isDiagonal ? 1 : number,
    other: number,
  };
}

function* readCall(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const call = callAt(text, start, limit);
  if (call === null) return yield* readDiagonal(source, start, limit);
  const { shape, end, notation } = call;
  const width = shape.at(-1) ?? 1;
  const count = shape.reduce((product, size) => product * size, 1);
  for (let index = 0; index < count; index++) {
    const isOn = Math.floor(index / width) === index % width;
    store.push(isOn ? call.diagonal : call.other, end, end);
  }
  const span = { offset: start, length: end - start };
  const choices: readonly ReadingChoice[] = call.other === 0 ? [{ rule: 'implied-zeros' }] : [];
  const array = store.take(shape, span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end, notation };
}

/** The vector in the brackets, on the diagonal of a square of zeros. */
function* readDiagonal(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const head = matches(diagonal, text, start, limit);
  if (head === null) return null;
  const reader = new ArrayReader(source, skipConstructor(text, start + head[0].length, limit), limit, 'text');
  const vector: NumberArray = yield* reader.read();
  const close = skipBlanks(text, reader.end, limit);
  const size = vector.values.length;
  const isWhole = close < limit && /[)\]]/.test(text.charAt(close)) && endsAlone(text, close + 1, limit);
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
