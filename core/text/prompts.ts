import { dollar, openBracket } from './characters';
import { onFirstUse } from './onFirstUse';

const prompt =
  /(?:(?:In|Out)[ \t]?\[\d*\][ \t]*(?::=|[:=])|\(%[io]\d+\)|%\d+[ \t]*=(?!=)|>>>|(?:julia|sage|octave:\d+|irb\([^)\n]*\):\d+:\d+)?>{1,2}|sage:)(?=\s|$)[ \t]*/y;
const longestPrompt = 40;

/** The length of what a console sets before a line or its answer, `>>> `, `Out[1]: `, `(%o1) `, `%1 = `; 0 where none stands at `at`. */
export function promptLength(text: string, at: number, limit: number): number {
  if (!/[IO(%>josi]/.test(text.charAt(at))) return 0;
  prompt.lastIndex = 0;
  return prompt.exec(text.slice(at, Math.min(limit, at + longestPrompt)))?.[0].length ?? 0;
}

/** A name alone on its line, of which a console shows the value below. */
const shown = onFirstUse(
  () =>
    /((?:[\p{L}_][\p{L}\d_]*(?:\[\d+\])?\.)+(?:weight|bias)(?:\.data)?|(?:self\.)?[\p{L}_][\p{L}\d_]*)[ \t]*;?[ \t]*\r?\n/uy,
);

/** The name that stands alone behind a prompt at `at`; null where another thing does. */
export function shownNameAt(text: string, at: number, limit: number): string | null {
  shown().lastIndex = at;
  const match = shown().exec(text);
  return match === null || shown().lastIndex > limit ? null : (match[1] ?? null);
}

/** The `$W` or `[[1]]` that R prints above an element of a list; the second is JSON where no print of R follows. */
const element =
  /(?:\$([A-Za-z.][\w.]*(?:\$[A-Za-z.][\w.]*)*)|\[\[\d+\]\])[ \t]*\r?\n(?=[ \t]*(?:\[1\] |\[,1\]|, , |[\w.$" ])|\[\[)/y;

/** Where R's name of an element of a list ends at `at`, and the name; null where none stands there. */
export function listElementAt(
  text: string,
  at: number,
  limit: number,
): { readonly name: string | null; readonly end: number } | null {
  const unit = text.charCodeAt(at);
  const begins = unit === dollar || (unit === openBracket && text.charCodeAt(at + 1) === openBracket);
  element.lastIndex = at;
  const match = begins ? element.exec(text) : null;
  return match === null || element.lastIndex > limit
    ? null
    : { name: match[1] ?? null, end: element.lastIndex };
}
