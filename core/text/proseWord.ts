import {
  comma,
  dollar,
  dot,
  isBlank,
  isCloser,
  isLineBreak,
  isWordStart,
  isWordUnit,
  semicolon,
} from './characters';
import { mayBeginNumber } from './number';
import { wordValue } from './spelling';

/**
 * The end of a word at `at` that can be prose alone, because nothing follows that makes a name, a call or
 * a number of it; `at` itself where it may be more. Most of what is not numbers is such words, and they
 * are passed over without asking each reader.
 */
export function endOfProseWord(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  // `$W` is how R names an element of a list.
  if (!isWordStart(unit) || unit === dollar) return at;
  let end = at + 1;
  while (end < limit && isPartOfWord(text.charCodeAt(end))) end++;
  // `NaN...` is a number and a mark of left-out ones.
  if (mayBeginNumber(unit) && text.charCodeAt(end - 1) === dot) return at;
  let next = end;
  while (next < limit && isBlank(text.charCodeAt(next))) next++;
  if (next < limit && !mayFollow(text.charCodeAt(next), next > end)) return at;
  const word = text.slice(at, end);
  return word === 'π' || wordValue(word) !== null ? at : end;
}

function isPartOfWord(unit: number): boolean {
  return isWordUnit(unit) || unit === dot;
}

/** Whether a word stays prose before this sign: after blanks another word may follow. */
function mayFollow(unit: number, isParted: boolean): boolean {
  return (
    isLineBreak(unit) ||
    unit === comma ||
    unit === semicolon ||
    isCloser(unit) ||
    (isParted && isPartOfWord(unit))
  );
}
