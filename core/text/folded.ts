import { closeBracket } from './characters';

/** NumPy's line width unless somebody sets another, less the bracket it keeps room for. */
const width = 74;
/** The narrowest that people set. */
const narrowest = 36;
/** NumPy leaves numbers out of anything longer. */
export const longestVector = 40_000;

/** What the lines inside one bracket are: parts of one vector, rows, or either. */
export type Folding = 'folded' | 'rows' | 'likely-folded' | 'likely-rows';

/**
 * Whether the vector that `[` at `opening` begins is folded over lines as NumPy prints it, and no matrix
 * with a row a line: no line but the last has room for one more number. Where the last has fewer numbers
 * than the first that is sure; where it has as many, it is likely if the lines are as wide as NumPy makes
 * them and each begins with the one blank that NumPy sets, and possible if they are narrower.
 */
export function foldingOf(text: string, opening: number, limit: number): Folding {
  const stretch = text.slice(opening, Math.min(limit, opening + longestVector));
  const close = stretch.indexOf(String.fromCharCode(closeBracket));
  const inside = close < 0 ? stretch : stretch.slice(0, close);
  // Nor does NumPy print comments.
  if (/[,;%#]/.test(inside)) return 'rows';
  const lines = inside.split(/\r?\n/);
  const rows = lines.map((line) => line.replace('[', ' ').trim().split(/\s+/));
  const first = rows[0]?.length ?? 0;
  const last = rows.at(-1)?.length ?? 0;
  const isEven = rows.slice(0, -1).every((row) => row.length === first);
  // A line that begins at the left was cut by a terminal, be it within a number.
  const isIndented = lines.slice(1).every((line) => /^\s/.test(line));
  if (lines.length > 1 && (!isEven || last < first) && isIndented && isFilled(lines, rows)) return 'folded';
  if (lines.length < 2 || last > first || !isEven) return 'rows';
  const column = columnWidth(rows.flat());
  // The bracket or a blank, the numbers with a blank between, and one number more.
  const isFull = (least: number) => (first + 1) * (column + 1) > least;
  if (last < first) return isIndented && isFull(narrowest) ? 'folded' : 'rows';
  const isPrinted = lines.every((line) => line.length <= width + 1) && lines.slice(1).every(beginsColumn);
  if (isPrinted && isFull(width)) return 'likely-folded';
  return isPrinted && isFull(narrowest) ? 'likely-rows' : 'rows';
}

/** Whether no line has room for the first number of the next, in lines as wide as the widest: so NumPy folds numbers of any length. */
function isFilled(lines: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const widths = lines.map((line) => line.trimEnd().length);
  const widest = Math.max(...widths);
  if (widest < narrowest) return false;
  return widths
    .slice(0, -1)
    .every((width, index) => width + 1 + (rows[index + 1]?.[0]?.length ?? 0) > widest);
}

/** A blank in place of the bracket, and then a number or the blanks that pad it. */
function beginsColumn(line: string): boolean {
  return /^ \S|^ {2,}[-+\d.a-z]/.test(line);
}

/** The width to which NumPy pads numbers of these lengths before and after their points. */
function columnWidth(written: readonly string[]): number {
  const whole = written.map((word) => word.split('.')[0]?.length ?? 0);
  const fraction = written.map((word) => (word.includes('.') ? word.length - word.indexOf('.') : 0));
  return (
    whole.reduce((most, size) => Math.max(most, size), 0) +
    fraction.reduce((most, size) => Math.max(most, size), 0)
  );
}
