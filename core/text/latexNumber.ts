import { parseArithmetic, parseRational } from '../exact/parseRational';
import { toNumber } from '../exact/toNumber';
import {
  ampersand,
  backslash,
  caret,
  closerOf,
  comma,
  isCloser,
  isDigit,
  isLineBreak,
  isWordUnit,
  openBrace,
  semicolon,
} from './characters';

const longest = 200;
const deepest = 8;
const letterE = 101;
/** A command or a power in braces shows so soon. */
const soon = 40;
/** Side by side they are two numbers to one reader, and a product to another. */
const twoFractions = /\}\s+\\[dtc]?frac/;

/** Whether what begins at `at` is LaTeX and no plain arithmetic: a command, or a power in braces. */
function isLatex(text: string, at: number, limit: number): boolean {
  const first = text.charCodeAt(at);
  // Of letters only e begins one, and most texts have words here.
  if (isWordUnit(first) && !isDigit(first) && first !== letterE) return false;
  const furthest = Math.min(limit, at + soon);
  for (let place = at; place < furthest; place++) {
    const unit = text.charCodeAt(place);
    if (unit === backslash) return true;
    if (unit === caret) return text.charCodeAt(place + 1) === openBrace;
    if (unit === comma || unit === semicolon || isCloser(unit) || isLineBreak(unit)) return false;
  }
  return false;
}

/** A number of LaTeX at `at`, `\frac{1}{3}`, `10^{-3}` or `e^{-1}`, up to a separator, a bracket or the end of its line; null where none stands there. */
export function latexNumberAt(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  if (!isLatex(text, at, limit)) return null;
  const furthest = Math.min(limit, at + longest);
  let depth = 0;
  let end = at;
  for (; end < furthest; end++) {
    const unit = text.charCodeAt(end);
    if (isLineBreak(unit)) break;
    if (closerOf(unit) !== 0) {
      if (++depth > deepest) return null;
    } else if (isCloser(unit) && --depth < 0) break;
    else if (depth === 0 && (unit === comma || unit === semicolon || unit === ampersand)) break;
    else if (unit === backslash && text.charCodeAt(end + 1) === backslash) break;
  }
  if (depth > 0) return null;
  const written = text.slice(at, end).trimEnd();
  if (twoFractions.test(written)) return null;
  const exact = parseRational(written);
  const value = exact === null ? parseArithmetic(written)?.value : toNumber(exact);
  return value === undefined ? null : { value, end: at + written.length };
}
