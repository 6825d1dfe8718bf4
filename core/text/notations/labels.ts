import type { Source } from '../source';
import { isNumberCell } from './cells';
import type { Cell } from './lines';

/** Names that people give to a column of labels. */
const labelName =
  /^"?(?:ids?|idx|index|key|no|nr|n°|№|#|rows?|row[ _.]?(?:id|names?|num(?:ber)?)|names?|labels?|obs|unnamed: ?0)"?$/i;
const integer = /^"?\d{1,9}"?$/;
/** So many numbers in a row count the rows, and are not numbers that happen to follow each other. */
const fewestCounted = 3;

/** What the first column of a table is, told from its name and its cells. */
export type FirstColumn = 'labels' | 'likely-labels' | 'likely-data' | 'data';

/**
 * Cells that are no numbers are labels. Whole numbers that count the rows below a name such as `id`
 * are likely to be, and below any other name they might be.
 */
export function firstColumnOf(
  text: string,
  name: Cell | undefined,
  cells: readonly Cell[],
  /** Whether a cell is a number, where that is known already. */
  isNumber = (cell: Cell, _index: number) => isNumberCell(text, cell),
): FirstColumn {
  if (cells.length === 0) return 'data';
  if (cells.every((cell, index) => cell.start < cell.end && !isNumber(cell, index))) return 'labels';
  const written = cells.map(({ start, end }) => text.slice(start, end));
  const counts = areCounted(written);
  const called = name === undefined ? '' : text.slice(name.start, name.end);
  if (labelName.test(called) && (counts || areDistinct(written))) return 'likely-labels';
  return counts && cells.length >= fewestCounted ? 'likely-data' : 'data';
}

/** Whether cells are 0, 1, 2 … or 1, 2, 3 …. */
export function areCounted(written: readonly string[]): boolean {
  if (!written.every((cell) => integer.test(cell))) return false;
  const numbers = written.map((cell) => Number(cell.replaceAll('"', '')));
  const [first = -1] = numbers;
  return (first === 0 || first === 1) && numbers.every((number, index) => number === first + index);
}

function areDistinct(written: readonly string[]): boolean {
  return written.every((cell) => integer.test(cell)) && new Set(written).size === written.length;
}

/** Whether the first column is left out as labels, with the other reading offered where it is open. */
export function takeLabels(source: Source, kind: FirstColumn, span: Cell): boolean {
  const isLikely = kind === 'labels' || kind === 'likely-labels';
  if (kind === 'labels') return true;
  const taken = source.settled.indexColumn ?? isLikely;
  if (kind !== 'data' || source.settled.indexColumn !== undefined) {
    source.offer('indexColumn', !taken, span.start, span.end);
  }
  return taken;
}
