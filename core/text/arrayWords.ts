import type { ArrayState } from './arrayState';
import {
  apostrophe,
  closerOf,
  comma,
  doubleQuote,
  endOfToken,
  isCloser,
  isLineBreak,
  isSpace,
  isWordStart,
  openBracket,
  openParenthesis,
} from './characters';
import { skipConstructor, skipSizeLabel } from './constructors';
import { continuesLine, elisionMark } from './elision';
import { beginsAssignment, endOfKey } from './keys';
import { skipString, skipValue } from './skip';
import { beginsLine, fenceLength } from './spaces';
import { spellingAt } from './spelling';

/** Reads what stands in an array and is neither a plain number nor a mark: strings, words, calls, what was left out. */
export function readWord(state: ArrayState, at: number, unit: number): number {
  const { source, limit, shape, now } = state;
  const { text } = source;
  const mark = elisionMark(text, at);
  if (mark !== null) return readElision(state, at, mark);
  if (text.startsWith('\\right', at) && isCloser(text.charCodeAt(at + 6))) return at + 6;
  const uncertain = now.previous === 'item' ? endOfUncertainty(text, at, limit) : at;
  if (uncertain > at) {
    source.reportSyntax('uncertainty', at, uncertain);
    return uncertain;
  }
  if (now.previous === 'comma' && shape.opener === openParenthesis && isWordStart(unit)) {
    // `dtype=float32` and the like say nothing about the numbers.
    if (beginsAssignment(text, at, limit)) {
      shape.forgetComma();
      now.previous = 'item';
      return skipArgument(state, at);
    }
  }
  if (endsBeforeKey(state, at, unit)) {
    const place = endOfKey(text, at, limit);
    source.reportSyntax('unclosed', at, place, String.fromCharCode(shape.closer));
    return state.finish(now.lastEnd);
  }
  if (unit === doubleQuote || unit === apostrophe) return readString(state, at);
  const labelled = skipSizeLabel(text, at);
  if (labelled > at) return labelled;
  const spelled = state.style === 'text' ? spellingAt(text, at, limit) : null;
  if (spelled !== null) return addSpelled(state, at, spelled.value, spelled.end);
  const foldedUp = foldedArray(state, at);
  if (foldedUp !== null) return leaveOut(state, at, foldedUp);
  const scalar = readScalarTensor(state, at);
  if (scalar > at) return scalar;
  const called = skipCall(state, at);
  if (called > at) return called;
  const end = endOfToken(text, at, limit);
  source.reportSyntax('unexpected-token', at, end, 'number');
  return state.addHole(at, end);
}

const uncertainty = /(?:±|\+\/?-|\\pm)\s*\d+(?:\.\d+)?(?:e[-+]?\d+)?|(?<=\d)\(\d{1,3}\)/iy;

/** The end of the uncertainty at `at` of the number before it, `± 0.3` or the `(3)` of `1.2(3)`; `at` where there is none. */
export function endOfUncertainty(text: string, at: number, limit: number): number {
  uncertainty.lastIndex = at;
  return uncertainty.test(text) && uncertainty.lastIndex <= limit ? uncertainty.lastIndex : at;
}

/** Adds a number that is written in another way than by plain digits. */
export function addSpelled(state: ArrayState, at: number, value: number, end: number): number {
  state.addNumber(value, at, end);
  if (!Number.isFinite(value)) state.source.noteNotFinite(value, at, end);
  state.source.noteTruthValue(state.source.text.slice(at, end));
  return end;
}

/** `...` for numbers that were left out, or Octave's for a line that goes on. */
function readElision(state: ArrayState, at: number, mark: string): number {
  const { source, limit, shape } = state;
  const { text } = source;
  if (shape.depth === 1 && state.style === 'text') {
    state.lookedFar(Number.POSITIVE_INFINITY);
    if (continuesLine(text, at, state.start, limit)) {
      let end = at;
      while (end < limit && !isLineBreak(text.charCodeAt(end))) end++;
      return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    }
  }
  return leaveOut(state, at, mark);
}

function leaveOut({ source, shape, now }: ArrayState, at: number, mark: string): number {
  source.report('elided', at, at + mark.length, { mark });
  shape.noteElision();
  now.previous = 'item';
  return at + mark.length;
}

const folded = /(?:(?:Big)?(?:Float|Int|Uint)\d+(?:Clamped)?)?Array\(\d+\)(?=\s*[,\]])/y;

/** `Array(2)` in square brackets, as the consoles of browsers and debuggers show an array that is folded up; null for all else. */
function foldedArray({ source: { text }, limit, shape }: ArrayState, at: number): string | null {
  if (shape.opener !== openBracket) return null;
  folded.lastIndex = at;
  const [mark = null] = folded.exec(text) ?? [];
  return mark !== null && at + mark.length < limit ? mark : null;
}

/** PHP's `array(1)` and Scala's `Array(1)` are lists of one number; JAX says the type of its numbers. */
const scalarTensor =
  /(?:(?:torch\.)?tensor|(?:np|numpy|jnp)\.array|(?:tf\.)?constant|Array(?=\([^,()]*, dtype=))\(\s*([-+−]?(?:\d|\.\d|nan|inf)[^,()\s]*)\s*(?:,\s*(?:dtype|device|grad_fn|requires_grad|weak_type)=[^()\n]{0,100})?\)/y;

/** The end of `tensor(0.5, grad_fn=<…>)` among the entries of a list, a number without dimensions; `at` where none stands there. */
function readScalarTensor(state: ArrayState, at: number): number {
  const { text, scanner } = state.source;
  scalarTensor.lastIndex = at;
  const match = scalarTensor.exec(text);
  const end = scalarTensor.lastIndex;
  const written = match?.[1] ?? '';
  const first = match === null ? at : text.indexOf(written, at + match[0].indexOf('('));
  if (match === null || end > state.limit) return at;
  if (scanner.scan(text, first, first + written.length) !== 'number') return at;
  if (scanner.end !== first + written.length) return at;
  const { value } = scanner;
  state.addNumber(value, at, end, first, first + written.length);
  if (!Number.isFinite(value)) state.source.noteNotFinite(value, first, first + written.length);
  return end;
}

/** Past `vec!` or `np.array(` before an inner bracket; the parentheses of such a call group nothing. */
function skipCall(state: ArrayState, at: number): number {
  const { text } = state.source;
  const { limit } = state;
  const bracket = skipConstructor(text, at, limit);
  if (bracket === at || text.charCodeAt(bracket) !== openParenthesis) return bracket;
  let inner = bracket + 1;
  while (inner < limit && isSpace(text.charCodeAt(inner))) inner++;
  const unit = text.charCodeAt(inner);
  if (closerOf(unit) === 0 || unit === openParenthesis) return bracket;
  state.now.calls = [...state.now.calls, state.shape.depth];
  return inner;
}

/** The comma or the bracket that ends a keyword argument. */
function skipArgument(state: ArrayState, start: number): number {
  const { text } = state.source;
  const { limit } = state;
  const size = /^(?:size|shape)=\(([\d,\s]*)\)/.exec(text.slice(start, Math.min(limit, start + 200)));
  const sizes = (size?.[1] ?? '').split(',').filter((entry) => entry.trim() !== '');
  if (size !== null && sizes.every((entry) => /^\s*\d+\s*$/.test(entry)))
    state.now.declared = sizes.map(Number);
  let at = start;
  while (at < limit && text.charCodeAt(at) !== comma && !isCloser(text.charCodeAt(at))) {
    at = closerOf(text.charCodeAt(at)) === 0 ? at + 1 : skipValue(text, at, limit);
  }
  return at;
}

/** True where the next key, assignment or fence begins, so that a bracket before it was left open. */
function endsBeforeKey({ source: { text }, limit }: ArrayState, at: number, unit: number): boolean {
  if (unit === doubleQuote || unit === apostrophe) return endOfKey(text, at, limit) > at;
  if (!beginsLine(text, at)) return false;
  return fenceLength(text, at) > 0 || (isWordStart(unit) && beginsAssignment(text, at, limit));
}

/** A string may hold one number, exact as `"7/10"`. */
function readString(state: ArrayState, at: number): number {
  const { source, limit } = state;
  const { text, scanner } = source;
  const end = skipString(text, at, limit);
  let first = at + 1;
  let last = end - 1;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  const outcome = first < last ? scanner.scan(text, first, last) : 'none';
  if (outcome === 'none' || scanner.end !== last) {
    source.reportSyntax('unexpected-token', at, end, 'number');
    return state.addHole(at, end);
  }
  const value = outcome === 'number' ? scanner.value : Number.NaN;
  state.addNumber(value, at, end, first, last);
  if (outcome === 'zero-denominator') source.reportSyntax(outcome, first, last);
  else if (!Number.isFinite(value)) source.noteNotFinite(value, first, last);
  return end;
}
