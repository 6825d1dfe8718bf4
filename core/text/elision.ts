import { closeBracket, closerOf, isBlank, isCloser, isLineBreak, semicolon } from './characters';
import { skipBlanks } from './spaces';

const marks = ['...', '…', '⋮', '⋱', '⋯'] as const;

/**
 * The mark of left-out numbers at `at`, or null: a printer's `...`, `…`, `⋮`. Before a name `...` takes what it holds,
 * as JavaScript writes it.
 */
export function elisionMark(text: string, at: number): string | null {
  if (text.startsWith('...', at) && /[\p{L}_]/u.test(text.charAt(at + 3))) return null;
  for (const mark of marks) if (text.startsWith(mark, at)) return mark;
  return null;
}

/** Whether nothing stands on the line from `at` on but words, which to Octave and MATLAB are a comment there. */
function endsLine(text: string, at: number, limit: number): boolean {
  const first = skipBlanks(text, at, limit);
  if (isLineBreak(text.charCodeAt(first))) return true;
  return (
    first > at &&
    /^\p{L}[^\d;[\](){}\r\n]*[\r\n]/u.test(text.slice(first, Math.min(limit, first + longestComment)))
  );
}

const longestComment = 200;

/**
 * True where `...` at `at`, inside an outermost bracket, continues the line as in Octave: it ends its
 * line, and a `;` before or after it says that this is Octave. NumPy prints `...` there too, but never a `;`.
 */
export function continuesLine(text: string, at: number, opening: number, limit: number): boolean {
  if (!text.startsWith('...', at) || !isBlank(text.charCodeAt(at - 1))) return false;
  if (!endsLine(text, at + 3, limit)) return false;
  for (let place = opening + 1; place < limit; place++) {
    const unit = text.charCodeAt(place);
    if (unit === semicolon) return true;
    if (unit === closeBracket || isCloser(unit) || closerOf(unit) !== 0) return false;
  }
  return false;
}
