import { deepest } from './arrayForm';
import {
  apostrophe,
  asterisk,
  closeBrace,
  closeParenthesis,
  closerOf,
  comma,
  dot,
  doubleQuote,
  endOfToken,
  isBlank,
  isCloser,
  isDigit,
  isLineBreak,
  isSpace,
  isWordUnit,
  openBrace,
  openBracket,
  openParenthesis,
  semicolon,
  tilde,
} from './characters';
import { endsConstructor, skipConstructor, skipSizeLabel } from './constructors';
import { elisionMark } from './elision';
import { mayBeginNumber } from './number';
import { onFirstUse } from './onFirstUse';
import { skipValue } from './skip';
import type { Source } from './source';
import { skipBlanks, skipSpace } from './spaces';
import { composedAt, continuedNumber, spellingAt } from './spelling';

const nameAtEnd = onFirstUse(() => /[\p{L}_$][\w$]*$/u);

/** Calls whose numbers are sizes and ends, and no entries: `np.zeros((2, 3))`, `torch.Size([2, 3])`. */
const isShape =
  /(?:^|[^\w])(?:zeros|ones|empty|full|rand\w*|Size|reshape|view|permute|linspace|logspace|arange|range|repeat|tile)(?:_like)?\(\s*$/;
const longestCall = 30;
/** As much of brackets that begin with a symbol is looked at. */
const longestSymbolic = 4_000;
/** Constructors within constructors, `np.array(np.array(…))`, beyond this are nobody's. */
const mostCalls = 2;

/**
 * True where brackets at `at` hold numbers. After a known name, or for `[` by itself, one number is
 * enough; elsewhere in prose and programs, `f(0, x)` or `a[0]`, a second one must follow.
 */
export function opensArray(
  source: Source,
  at: number,
  limit: number,
  isNamed: boolean,
  /** What stands before it, outside the selection, makes no index of a bracket. */
  floor = 0,
  /** How many constructors stand around it, as the brackets of one of them. */
  calls = 0,
): boolean {
  const { text, scanner } = source;
  let place = at;
  let depth = 0;
  for (; place < limit; place++) {
    const unit = text.charCodeAt(place);
    // `{(1/2)*Pi, 2}` begins with a number, not with a bracket more.
    if (unit === openParenthesis && depth > 0 && composedAt(text, place, limit) !== null) break;
    if (closerOf(unit) !== 0) depth++;
    else if (!isSpace(unit)) {
      const labelled = skipSizeLabel(text, place);
      if (labelled === place) break;
      place = labelled - 1;
    }
    if (depth > deepest) return true;
  }
  if (place >= limit) return isNamed;
  const first = text.charCodeAt(place);
  // LaTeX's `\left[` calls nothing.
  const before = at > floor && !text.startsWith('\\left', at - 5) ? text.charCodeAt(at - 1) : 0;
  if (followsParenthesis(text, at, floor) && isShape.test(text.slice(Math.max(floor, at - longestCall), at)))
    return false;
  const isIndex = isWordUnit(before) || isCloser(before);
  const isList = text.charCodeAt(at) === openBracket && !isIndex;
  // A call, `max(1, 2)`, is no vector unless what is called makes one.
  const isTyped = text.charCodeAt(at) === openBrace && isBlank(before);
  const makes =
    (isIndex && (calls > 0 || endsConstructor(text, at))) || (isTyped && endsConstructor(text, at));
  if (isIndex && !isNamed && !isList && !makes) {
    if (text.charCodeAt(at) === openParenthesis) return false;
    // `MatrixForm[{{1, 2}}]` calls, and `a[1, 2]` is an index.
    const isCalled = depth === 1 || /^\[\s*\{/.test(text.slice(at, at + longestCall));
    const isNameBefore = nameAtEnd().test(text.slice(Math.max(floor, at - longestCall), at));
    if (text.charCodeAt(at) === openBracket && isNameBefore && isCalled) return false;
  }
  if (isCloser(first)) return first !== closeBrace && (depth > 1 || isNamed || isList);
  if (first === comma && (isNamed || isList)) {
    // A number is missing before the first comma, which is for the array's reader to say.
    const next = skipSpace(text, place + 1, limit, 'text');
    return mayBeginNumber(text.charCodeAt(next)) && scanner.scan(text, next, limit) !== 'none';
  }
  if (isQuote(first)) place++;
  const begins = mayBeginNumber(text.charCodeAt(place)) && scanner.scan(text, place, limit) !== 'none';
  const end = begins
    ? (continuedNumber(text, place, scanner.end, limit)?.end ?? scanner.end)
    : (composedAt(text, place, limit)?.end ?? endOfPower(text, place));
  if (end > place) return isNamed || isList || makes || continuesNumbers(source, at, place, end, limit);
  if (isNamed || isList || makes || depth > 1 || ofMathematica(text, at, place)) {
    const nested = skipConstructor(text, place, limit);
    if (nested > place) return calls < mostCalls && opensArray(source, nested, limit, true, floor, calls + 1);
    if (spellingAt(text, place, limit) !== null) return true;
    // What NumPy prints for rows of different lengths.
    if (makes && text.startsWith('list(', place)) return true;
  }
  // Digits that are no number, as in `{{1.5*^-3`, are for the array's reader to refuse.
  return isNamed ? source.hasDigitOnLine(place, limit) : depth > 1 && isDigit(text.charCodeAt(place));
}

const power = /[-+]?(?:\d+\.?\d*|\.\d+)\*\^[-+]?\d+/y;

/** The end of a number of Mathematica with its exponent at `at`, `1.5*^-3`; `at` where none stands there. */
function endOfPower(text: string, at: number): number {
  power.lastIndex = at;
  return power.test(text) ? power.lastIndex : at;
}

const notFinite = /-?(?:Infinity|Indeterminate|ComplexInfinity|DirectedInfinity\[-?1\])\s*,/y;

/** Whether braces at `at` begin with a number that is not finite as Mathematica alone writes it. */
function ofMathematica(text: string, at: number, first: number): boolean {
  notFinite.lastIndex = first;
  return text.charCodeAt(at) === openBrace && notFinite.test(text);
}

function followsParenthesis(text: string, at: number, floor: number): boolean {
  let before = at - 1;
  while (before >= floor && isSpace(text.charCodeAt(before))) before--;
  return before >= floor && text.charCodeAt(before) === openParenthesis;
}

const matrixOpening = /(?:\[\s*\[|\{\s*\{)\s*/y;
/** A matrix of blocks, `[eye(2), [1; 2]]`: the blocks that are written would pass for it. */
const generatorFirst = /[[{]\s*((?:np\.)?(?:eye|zeros|ones|diag|repmat|kron|inv|magic|rand\w{0,3}))(?=\()/y;

/**
 * The first entry of brackets in brackets at `at` where it is no number and another row is one of numbers:
 * `[[x, 1], [2, 3]]`. Read on, the other row alone would pass for the matrix. Null for anything else.
 */
export function symbolInMatrix(
  source: Source,
  at: number,
  limit: number,
): { readonly start: number; readonly end: number } | null {
  const { text } = source;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (isWordUnit(before) || isCloser(before)) return null;
  generatorFirst.lastIndex = at;
  const [opening = '', name = ''] = generatorFirst.exec(text) ?? [];
  if (name !== '') return { start: at + opening.length - name.length, end: at + opening.length };
  matrixOpening.lastIndex = at;
  if (!matrixOpening.test(text)) return null;
  const start = matrixOpening.lastIndex;
  if (start >= limit || closerOf(text.charCodeAt(start)) !== 0 || isCloser(text.charCodeAt(start)))
    return null;
  // The row is sooner found than the end of the brackets, and most have none.
  const furthest = Math.min(limit, at + longestSymbolic);
  const end = source.endOfRow(start, furthest);
  const isWithin = end <= furthest && skipValue(text, at, end) >= end;
  return isWithin ? { start, end: endOfToken(text, start, limit) } : null;
}

/** Whether brackets go on with numbers after the first, which stands between `first` and `end`. */
function continuesNumbers(
  { text, scanner }: Source,
  opening: number,
  first: number,
  end: number,
  limit: number,
): boolean {
  let at = isQuote(text.charCodeAt(end)) ? end + 1 : end;
  at = skipSpace(text, at, limit, 'text');
  const separator = text.charCodeAt(at);
  if (separator === comma || separator === semicolon) at = skipSpace(text, at + 1, limit, 'text');
  if (at >= limit) return false;
  const unit = text.charCodeAt(at);
  if (isCloser(unit)) return separator === comma || /^[{\s]{2,}$/.test(text.slice(opening, first));
  if (elisionMark(text, at) !== null || isQuote(unit) || closerOf(unit) !== 0) return true;
  if (mayBeginNumber(unit) && scanner.scan(text, at, limit) !== 'none') return true;
  return separator === comma && spellingAt(text, at, limit) !== null;
}

function isQuote(unit: number): boolean {
  return unit === doubleQuote || unit === apostrophe;
}

/** True for the `1.0e+03 *` that Octave prints above a matrix to scale it. */
export function isScale(text: string, numberEnd: number, limit: number): boolean {
  const at = skipBlanks(text, numberEnd, limit);
  if (at === numberEnd || text.charCodeAt(at) !== asterisk) return false;
  const next = skipBlanks(text, at + 1, limit);
  return next >= limit || isLineBreak(text.charCodeAt(next));
}

/** Whether what is done to an array may begin with this sign after it, `.T` or `).reshape(2, 3)`. */
export function mayGoOn(unit: number): boolean {
  return unit === dot || unit === closeParenthesis;
}

const transposeSign =
  /^\)*\.(?:m?T(?!\w)|t\(\)|(?:transpose|permute)\(\s*1\s*,\s*0\s*\)|swapaxes\(\s*[01]\s*,\s*[01]\s*\)|transpose\(\)(?!\w)|'(?!\w))/;

/** The length of Octave's `'`, PARI's `~` or NumPy's `.T` after a closing bracket, 0 where there is none. */
export function transposeMark(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === apostrophe || unit === tilde) return 1;
  if (!mayGoOn(unit)) return 0;
  const match = transposeSign.exec(text.slice(at, at + 30));
  return match?.[0].length ?? 0;
}

/** Whether arithmetic with what is no number goes on at `at`: `1 + 2i`, `3*y`. */
export function continuesArithmetic(text: string, at: number): boolean {
  return /^(?:[-+*^−]\s*[\w(.]|\\\s*[\d(.])/.test(text.slice(at, at + 20));
}
