import {
  asterisk,
  backtick,
  comma,
  hash,
  isBlank,
  isCloser,
  isLineBreak,
  isSpace,
  percent,
  semicolon,
  slash,
} from './characters';

/** Which marks begin a comment: JSON has `//` and `/* *\/`, matrix text also `#` and `%`. */
export type CommentStyle = 'json' | 'text';

/** Skips what is blank, the ends of lines and comments, from `at` on. Returns the first place of anything else. */
export function skipSpace(text: string, start: number, limit: number, comments: CommentStyle): number {
  let at = start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || isSpace(unit)) {
      if (unit > 32 || isSpace(unit)) {
        at++;
        continue;
      }
      return at;
    }
    if (unit === slash || unit === hash || unit === percent) {
      const end = endOfComment(text, at, limit, comments);
      if (end < 0) return at;
      at = end;
      continue;
    }
    return at;
  }
  return limit;
}

/** Skips blanks and comments that end on the same line, but not the end of the line. */
export function skipBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) at++;
    else {
      const end = endOfComment(text, at, limit, 'text');
      if (end < 0) return at;
      at = end;
    }
  }
  return limit;
}

/** The end of the comment that begins at `at`, before the end of its line; −1 where none begins there. */
export function endOfComment(text: string, at: number, limit: number, style: CommentStyle): number {
  const unit = text.charCodeAt(at);
  if (unit === slash) {
    const next = text.charCodeAt(at + 1);
    if (next === asterisk) {
      const close = text.indexOf('*/', at + 2);
      return close < 0 || close + 2 > limit ? limit : close + 2;
    }
    // `1//2` and `https://` are no comments.
    if (next === slash && (style === 'json' || startsAfresh(text, at))) return endOfLine(text, at, limit);
    return -1;
  }
  if (style === 'json') return -1;
  if (unit !== hash && unit !== percent) return -1;
  return startsAfresh(text, at) && !(unit === percent && isAnswer(text, at))
    ? endOfLine(text, at, limit)
    : -1;
}

const answer = /%\d+ = /y;

/** Whether PARI/GP gives an answer on the line that begins at `at`, `%1 = [1, 2]`. */
function isAnswer(text: string, at: number): boolean {
  answer.lastIndex = at;
  return answer.test(text) && beginsLine(text, at);
}

function startsAfresh(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || before === comma || before === semicolon || isCloser(before);
}

export function endOfLine(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** True where only blanks stand between the beginning of the line and `at`. */
export function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || isLineBreak(text.charCodeAt(before));
}

/** The length of a Markdown fence marker that begins the line at `at`, three backticks or tildes or more; else 0. */
export function fenceLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== backtick && unit !== 126) return 0;
  let end = at;
  while (text.charCodeAt(end) === unit) end++;
  return end - at >= 3 ? end - at : 0;
}

/** Where the line begins that has nothing but blanks before `at`, no earlier than `floor`; −1 where it has more. */
export function startOfLine(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && isBlank(text.charCodeAt(start - 1))) start--;
  return start === floor || isLineBreak(text.charCodeAt(start - 1)) ? start : -1;
}
