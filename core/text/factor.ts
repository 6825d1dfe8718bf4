import { arithmeticAt } from '../exact/arithmetic';
import { parseRational } from '../exact/parseRational';
import { toNumber } from '../exact/toNumber';
import {
  asterisk,
  closerOf,
  comma,
  dot,
  equalsSign,
  hyphen,
  isBlank,
  isCloser,
  isDigit,
  isLineBreak,
  isOperator,
  isWordUnit,
  minusSign,
  semicolon,
  slash,
  zero,
} from './characters';
import { skipConstructor } from './constructors';
import type { NumberArray } from './reading';
import { isPlainDecimal } from './spelling';
import { writtenNumber } from './written';

/** A number that multiplies a whole array, `2*[1 2]`, `-[1 2]`, `[1 2]/3`. */
export interface Factor {
  /** As arithmetic of numbers alone. */
  readonly text: string;
  readonly value: number;
  readonly start: number;
  /** The bracket of the array after a leading factor; the end of a factor that follows. */
  readonly end: number;
}

export const longestFactor = 80;
/** The numbers of longer arrays are not multiplied one by one in exact arithmetic. */
export const mostMultiplied = 20_000;

/** The factor at `at` before the bracket of an array on the same line; null where none stands there. */
export function leadingFactor(text: string, at: number, limit: number): Factor | null {
  const minus = minusFactor(text, at, limit);
  if (minus !== null) return minus;
  if (!multipliesBrackets(text, at, limit)) return null;
  const found = arithmeticAt(text, at, Math.min(limit, at + longestFactor));
  if (found === null) return null;
  let mark = found.end;
  while (isBlank(text.charCodeAt(mark))) mark++;
  // `2 .* [1 2]` of Octave and Julia is the same product.
  if (text.charCodeAt(mark) === dot) mark++;
  if (text.charCodeAt(mark) !== asterisk) return null;
  let end = mark + 1;
  while (isBlank(text.charCodeAt(end))) end++;
  end = bracketAt(text, end, limit);
  return end < 0 ? null : { text: text.slice(at, found.end), value: found.value, start: at, end };
}

/** A minus at `at` right before an array, which needs no asterisk; null where none stands there. */
export function minusFactor(text: string, at: number, limit: number): Factor | null {
  const unit = text.charCodeAt(at);
  if (unit !== hyphen && unit !== minusSign) return null;
  const bracket = bracketAt(text, at + 1, limit);
  return bracket < 0 ? null : { text: '-1', value: -1, start: at, end: bracket };
}

/** The bracket at `at`, or behind the constructor there; −1 where there is none. */
function bracketAt(text: string, at: number, limit: number): number {
  if (at >= limit) return -1;
  if (closerOf(text.charCodeAt(at)) !== 0) return at;
  const bracket = skipConstructor(text, at, limit);
  return bracket > at && bracket < limit ? bracket : -1;
}

/** Whether an asterisk stands before a bracket or a constructor on the line, near enough for what begins at `at` to be a factor. */
function multipliesBrackets(text: string, at: number, limit: number): boolean {
  const furthest = Math.min(limit, at + longestFactor + 1);
  for (let mark = at; mark < furthest; mark++) {
    const unit = text.charCodeAt(mark);
    if (isLineBreak(unit) || unit === comma || unit === semicolon || unit === equalsSign) return false;
    if (unit !== asterisk) continue;
    let end = mark + 1;
    while (isBlank(text.charCodeAt(end))) end++;
    if (bracketAt(text, end, limit) >= 0) return true;
  }
  return false;
}

const callFactor =
  /(?:[-−]|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:\s*\/\s*\d+)?)\s*\*)\s*(?=[a-z][\w.:]{0,60}\s*[([{<])/iy;

/** The factor at `at` before a call, `0.25 * np.ones(4)` or `-matrix(…)`, and where the call begins; null where none stands there. */
export function factorOfCall(text: string, at: number, limit: number): Factor | null {
  callFactor.lastIndex = at;
  const match = callFactor.exec(text);
  if (match === null || callFactor.lastIndex >= limit) return null;
  const written = match[1] ?? '-1';
  const value = parseRational(written);
  return value === null
    ? null
    : { text: written, value: toNumber(value), start: at, end: callFactor.lastIndex };
}

/** The factor or the divisor after an array that ends at `at`, `*1e-3` or ` / 3`. */
export function trailingFactor(text: string, at: number, limit: number): Factor | null {
  let mark = at;
  while (isBlank(text.charCodeAt(mark))) mark++;
  const unit = text.charCodeAt(mark);
  if (mark >= limit || (unit !== asterisk && unit !== slash)) return null;
  let start = mark + 1;
  while (isBlank(text.charCodeAt(start))) start++;
  const found = arithmeticAt(text, start, Math.min(limit, start + longestFactor));
  if (found === null || found.value === 0 || closerOf(text.charCodeAt(found.end)) !== 0) return null;
  if (isWordUnit(text.charCodeAt(found.end)) || isOperator(text.charCodeAt(found.end))) return null;
  // `[1 2]*2 + 1` is more than a factor.
  const written = text.slice(start, found.end);
  const isDivisor = unit === slash;
  // From the left: `* 1/4` is a product and then a quotient, and `/ 2*3` no quotient by six.
  const operators = isDivisor ? /[-+*/]/ : /[-+]/;
  if (operators.test(written.replace(/^[-+]|e[-+]/gi, ''))) return null;
  return {
    text: isDivisor ? `1/${/^[\d.]+$/.test(written) ? written : `(${written})`}` : written,
    value: isDivisor ? 1 / found.value : found.value,
    start: at,
    end: found.end,
  };
}

/**
 * Whether an operator that belongs to no factor stands before the bracket at `at`: tight before it, or
 * with a blank on both sides after a number, a name or a bracket. `* [1, 2]` that begins a line is a list.
 */
export function operatorBefore(text: string, at: number, floor: number): number {
  if (at > floor && isOperator(text.charCodeAt(at - 1))) return at - 1;
  let mark = at - 1;
  while (mark >= floor && isBlank(text.charCodeAt(mark))) mark--;
  if (mark < floor || mark === at - 1 || !isOperator(text.charCodeAt(mark))) return -1;
  // Octave's `./`.
  if (text.charCodeAt(mark - 1) === dot) mark--;
  let before = mark - 1;
  if (!isBlank(text.charCodeAt(before))) return -1;
  while (before >= floor && isBlank(text.charCodeAt(before))) before--;
  const unit = text.charCodeAt(before);
  return before >= floor && (isWordUnit(unit) || isCloser(unit)) ? mark : -1;
}

/** A quotient of two integers that doubles hold. */
interface Quotient {
  readonly numerator: number;
  readonly denominator: number;
}

/** Any integer of so many digits is a double. */
const exactDigits = 15;
let last: { readonly written: string; readonly quotient: Quotient | null } = { written: '', quotient: null };

/** The factor as such a quotient, null where it is none; kept for the next array, which often has the same. */
function quotientOf(written: string): Quotient | null {
  if (last.written !== written) {
    const exact = parseRational(written);
    const [numerator, denominator] = [Number(exact?.numerator), Number(exact?.denominator)];
    const isSmall = Math.abs(numerator) <= Number.MAX_SAFE_INTEGER && denominator <= Number.MAX_SAFE_INTEGER;
    last = { written, quotient: isSmall ? { numerator, denominator } : null };
  }
  return last.quotient;
}

/** The number of digits and one point from `start` to `end`, times the factor and rounded once; null where more is to be said of either. */
function plainProduct(text: string, start: number, end: number, factor: Quotient): number | null {
  const isNegative = text.charCodeAt(start) === hyphen;
  const first = isNegative ? start + 1 : start;
  if (end - first > exactDigits || !isPlainDecimal(text, first, end)) return null;
  if (text.charCodeAt(first) === zero && isDigit(text.charCodeAt(first + 1))) return null;
  let digits = 0;
  let scale = 1;
  for (let at = first; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === dot) scale = 10 ** (end - at - 1);
    else digits = 10 * digits + (unit - zero);
  }
  const numerator = (isNegative ? -digits : digits) * factor.numerator;
  const denominator = scale * factor.denominator;
  // Products of integers that are no more than this are exact, and the quotient of two is rounded once.
  const isExact = Math.abs(numerator) <= Number.MAX_SAFE_INTEGER && denominator <= Number.MAX_SAFE_INTEGER;
  return isExact ? numerator / denominator + 0 : null;
}

/** Each number times the factor, rounded once where both are rational; the text keeps their places. */
export function multiplied(text: string, array: NumberArray, { text: written, value }: Factor): NumberArray {
  const factor = array.factor === undefined ? written : `(${array.factor})*(${written})`;
  const scaled: NumberArray = { ...array, factor };
  const quotient = array.exponent === undefined ? quotientOf(factor) : null;
  const values = array.values.map((entry, index) => {
    const [start, end] = [array.places.startOf(index), array.places.endOf(index)];
    const isImplied = start === end;
    const product = isImplied || quotient === null ? null : plainProduct(text, start, end, quotient);
    if (product !== null) return product;
    const exact = parseRational(isImplied ? `(${entry})*(${written})` : writtenNumber(text, scaled, index));
    return exact === null ? entry * value : toNumber(exact);
  });
  return { ...scaled, values };
}
