const prompt =
  /(?:(?:In|Out)[ \t]?\[\d*\][ \t]*(?::=|[:=])|\(%[io]\d+\)|%\d+[ \t]*=(?!=)|>>>|(?:julia|sage|octave:\d+|irb\([^)\n]*\):\d+:\d+)?>{1,2}|sage:)(?=\s|$)[ \t]*/y;
const longestPrompt = 40;

/** The length of what a console sets before a line or its answer, `>>> `, `Out[1]: `, `(%o1) `, `%1 = `; 0 where none stands at `at`. */
export function promptLength(text: string, at: number, limit: number): number {
  if (!/[IO(%>josi]/.test(text.charAt(at))) return 0;
  prompt.lastIndex = 0;
  return prompt.exec(text.slice(at, Math.min(limit, at + longestPrompt)))?.[0].length ?? 0;
}
