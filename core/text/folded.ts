import { closeBracket } from './characters';

/** NumPy's line width, and room for those who set another. */
const narrowest = 60;
/** NumPy leaves numbers out of anything longer. */
const longestVector = 40_000;

/**
 * Whether the vector that `[` at `opening` begins is folded over lines as NumPy prints it, and no matrix
 * with a row a line: no line but the last has room for the number that begins the next, and the last
 * has fewer numbers than the first.
 */
export function isFoldedVector(text: string, opening: number, limit: number): boolean {
  const stretch = text.slice(opening, Math.min(limit, opening + longestVector));
  const close = stretch.indexOf(String.fromCharCode(closeBracket));
  const inside = close < 0 ? stretch : stretch.slice(0, close);
  if (/[,;]/.test(inside)) return false;
  const lines = inside.split(/\r?\n/);
  const counts = lines.map((line) => line.replace('[', ' ').trim().split(/\s+/).length);
  const last = counts.at(-1) ?? 0;
  if (lines.length < 2 || last >= (counts[0] ?? 0)) return false;
  return lines.slice(0, -1).every((line, index) => {
    const next = lines[index + 1]?.trim().split(/\s+/)[0] ?? '';
    return counts[index] === counts[0] && line.length + 1 + next.length >= narrowest;
  });
}
