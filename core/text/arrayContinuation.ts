import type { ArrayState } from './arrayState';
import {
  apostrophe,
  backslash,
  backtick,
  capitalE,
  colon,
  isCloser,
  isOperator,
  openBracket as openSquare,
  percent,
  slash,
} from './characters';
import { composedAt, continuedNumber } from './spelling';

/** More numbers than this are not made of one range. */
const longestRange = 100_000;
/** Nor of all ranges of one array: a short text must not become a long one. */
const mostImplied = 1_000_000;

/** What may go on after a number and one blank: `3 // 4`, `1.5 E-8`, `2 * pi`, `1 - 2`. */
function isContinuation(unit: number): boolean {
  return (
    unit === capitalE ||
    unit === backtick ||
    unit === apostrophe ||
    unit === percent ||
    unit === backslash ||
    isOperator(unit)
  );
}

/** Takes what goes on after the last number at `at`, `3 // 4` or `1.5 E-8`, into that number; false where nothing does. */
export function continuesNumber(state: ArrayState, at: number): boolean {
  const { now, limit, shape } = state;
  const { text, store } = state.source;
  const unit = text.charCodeAt(at);
  if (state.style === 'json' || now.lineBreak >= 0) return false;
  if (unit === colon && shape.opener === openSquare) return continuesAsRange(state, at);
  if (store.length === 0 || !isContinuation(unit)) return false;
  const isCall = isCloser(text.charCodeAt(now.lastEnd - 1));
  const found =
    (isCall ? null : continuedNumber(text, store.lastStart, now.lastEnd, limit)) ??
    composedAt(text, store.lastStart, limit);
  if (found === null || found.end <= now.lastEnd) return false;
  // `1, 2 // 3` ends with a comment, unless more of the array follows on the line.
  const isSpaced = unit === slash && text.charCodeAt(now.lastEnd) !== slash;
  if (isSpaced && now.commas && !/^[ \t]*[,;\])}]/.test(text.slice(found.end, found.end + 80))) return false;
  store.amendLast(found.value, found.end);
  state.source.noteAmended();
  now.lastEnd = found.end;
  return true;
}

/** `1:4` and `2:2:8` of Octave and Julia: the numbers after the first are implied, with empty places. */
function continuesAsRange(state: ArrayState, at: number): boolean {
  const { now } = state;
  const { text, store } = state.source;
  const match = /^:([-+]?(?:0|[1-9]\d*)(?:\.\d+)?)(?::([-+]?(?:0|[1-9]\d*)(?:\.\d+)?))?(?![\w.:])/.exec(
    text.slice(at, Math.min(state.limit, at + 80)),
  );
  if (match === null) return false;
  const first = store.lastValue;
  const step = match[2] === undefined ? 1 : Number(match[1]);
  const count = Math.floor((Number(match[2] ?? match[1]) - first) / step + 1e-9) + 1;
  if (!(count >= 1 && count <= longestRange) || now.implied + count > mostImplied) return false;
  now.implied += count;
  const end = at + match[0].length;
  for (let k = 1; k < count; k++) {
    state.shape.addNumber(end, end);
    store.push(first + k * step, end, end);
  }
  now.lastEnd = end;
  return true;
}
