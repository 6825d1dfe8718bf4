import { closeBracket } from './characters';

/** NumPy's line width, and room for those who set another. */
const narrowest = 60;
/** Its default. */
const width = 75;
/** NumPy leaves numbers out of anything longer. */
const longestVector = 40_000;

/** What the lines inside one bracket are: parts of one vector, rows, or either. */
export type Folding = 'folded' | 'rows' | 'likely-folded';

/**
 * Whether the vector that `[` at `opening` begins is folded over lines as NumPy prints it, and no matrix
 * with a row a line: no line but the last has room for the number that begins the next. Where the last
 * has fewer numbers than the first that is sure; where it has as many, it is likely if the lines are as
 * wide as NumPy makes them and each begins with the one blank that NumPy sets.
 */
export function foldingOf(text: string, opening: number, limit: number): Folding {
  const stretch = text.slice(opening, Math.min(limit, opening + longestVector));
  const close = stretch.indexOf(String.fromCharCode(closeBracket));
  const inside = close < 0 ? stretch : stretch.slice(0, close);
  if (/[,;]/.test(inside)) return 'rows';
  const lines = inside.split(/\r?\n/);
  const counts = lines.map((line) => line.replace('[', ' ').trim().split(/\s+/).length);
  const [first = 0] = counts;
  const last = counts.at(-1) ?? 0;
  if (lines.length < 2 || last > first) return 'rows';
  const isFull = (least: number) => (line: string, index: number) => {
    const next = lines[index + 1]?.trim().split(/\s+/)[0] ?? '';
    return counts[index] === first && line.length + 1 + next.length >= least;
  };
  const filled = lines.slice(0, -1);
  if (last < first) return filled.every(isFull(narrowest)) ? 'folded' : 'rows';
  const isPrinted =
    lines.every((line) => line.length <= width) &&
    lines.slice(1).every((line) => /^ \S|^ {2,}[-\d]/.test(line));
  return isPrinted && filled.every(isFull(width + 1)) ? 'likely-folded' : 'rows';
}
