import {
  apostrophe,
  backslash,
  closeParenthesis,
  closerOf,
  comma,
  doubleQuote,
  isCloser,
  isLineBreak,
  openParenthesis,
  slash,
} from './characters';
import { endOfComment } from './spaces';

/** The end of the string that opens at `at`, after its closing quote; the end of the line where it has none. */
export function skipString(text: string, at: number, limit: number): number {
  const quote = text.charCodeAt(at);
  let place = at + 1;
  for (; place < limit; place++) {
    const unit = text.charCodeAt(place);
    if (unit === backslash) place++;
    else if (unit === quote) return place + 1;
    else if (isLineBreak(unit)) return place;
  }
  return Math.min(place, limit);
}

/**
 * The end of the JSON value at `at`, whatever it holds; brackets are counted, strings and comments passed over. `limit`
 * where it has none, and where it nests deeper than `most`.
 */
export function skipValue(text: string, at: number, limit: number, most = Number.POSITIVE_INFINITY): number {
  let depth = 0;
  let place = at;
  while (place < limit) {
    const unit = text.charCodeAt(place);
    if (unit === doubleQuote || unit === apostrophe) {
      place = skipString(text, place, limit);
      if (depth === 0) return place;
      continue;
    }
    if (unit === slash) {
      const end = endOfComment(text, place, limit, 'json');
      if (end >= 0) {
        place = end;
        continue;
      }
    }
    if (closerOf(unit) !== 0) {
      if (++depth > most) return limit;
    } else if (isCloser(unit)) {
      if (depth === 0) return place;
      if (--depth === 0) return place + 1;
    } else if (depth === 0 && (unit === comma || isLineBreak(unit))) return place;
    place++;
  }
  return limit;
}

/** The parenthesis that closes what begins at `start`; null where none does. */
export function closingParenthesis(text: string, start: number, limit = text.length): number | null {
  let depth = 1;
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === openParenthesis) depth++;
    else if (unit === closeParenthesis && --depth === 0) return at;
  }
  return null;
}
