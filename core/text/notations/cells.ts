import { parseArithmetic } from '../../exact/parseRational';
import { doubleQuote, isLetter } from '../characters';
import type { Source } from '../source';
import { isPlainDecimal, maySpellNumber, spelledValue, wordValue } from '../spelling';
import type { Cell } from './lines';

const elision = /^(?:\.{2,}|…|⋮|⋱|⋯)$/;

/** How the cells of a table are written. */
export interface CellStyle {
  /** `0,5` is a half. */
  readonly decimalComma: boolean;
}

const withComma = /^[-+−]?\d+,\d+(?:e[-+]?\d+)?$/i;
const thousands = /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+$/;

/** How the numbers of a print with blanks between are written: R's `OutDec` may be a comma, which parts no thousands. */
export function styleOfPrint(text: string, cells: readonly Cell[]): CellStyle {
  const decimalComma = cells.some(({ start, end }) => {
    const written = text.slice(start, Math.min(end, start + longestNumber));
    return withComma.test(written) && !thousands.test(written);
  });
  return { decimalComma };
}

/**
 * Reads one cell, trimmed, into the store. An empty cell is NaN with an empty place. Anything that is
 * no number is reported, and NaN keeps its place.
 */
export function pushCell(source: Source, cell: Cell, style: CellStyle): void {
  const { text, scanner, store } = source;
  let { start, end } = cell;
  if (
    end - start >= 2 &&
    text.charCodeAt(start) === doubleQuote &&
    text.charCodeAt(end - 1) === doubleQuote
  ) {
    start++;
    end--;
  }
  if (start >= end) {
    source.noteNotFinite(Number.NaN, start, start);
    store.push(Number.NaN, start, start);
    return;
  }
  ({ start, end } = withoutEmphasis(text, start, end));
  const outcome = scanner.scan(text, start, end);
  if (outcome === 'number' && scanner.end === end) {
    if (!Number.isFinite(scanner.value)) source.noteNotFinite(scanner.value, start, end);
    store.push(scanner.value, start, end);
    return;
  }
  if (outcome === 'zero-denominator') source.reportSyntax(outcome, start, end);
  else {
    const written = text.slice(start, end);
    // In quotes, `1,234` has its thousands parted where the table has no decimal commas; the quotes tell.
    if (!style.decimalComma && start > cell.start && /^[-+−]?\d{1,3}(?:,\d{3})+$/.test(written)) {
      store.push(spelledValue(text.slice(cell.start, cell.end)) ?? Number.NaN, cell.start, cell.end);
      return;
    }
    const isOther = written.includes(',') && !style.decimalComma && !/\.\d*$/.test(written);
    const latex = written.includes('\\') ? (parseArithmetic(written)?.value ?? null) : null;
    const value = isOther ? null : (spelledValue(written) ?? latex);
    if (value !== null) {
      if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
      source.noteTruthValue(written);
      store.push(value, start, end);
      return;
    }
    if (elision.test(written)) source.report('elided', start, end, { mark: written });
    else source.reportSyntax('unexpected-token', start, end, 'number');
  }
  store.push(Number.NaN, start, end);
}

/** Without the marks that Markdown sets around a number: `**1.5**`, `` `2` ``, `$\\frac14$`. */
function withoutEmphasis(text: string, start: number, end: number): Cell {
  const marks = /^(\*{1,2}|`|\$|_{1,2})[^*`$_]+\1$/.exec(
    text.slice(start, Math.min(end, start + longestNumber)),
  )?.[1];
  const size = marks?.length ?? 0;
  return { start: start + size, end: end - size };
}

/** Keeps the place of a number that its row lacks; that row is reported by itself. */
export function pushHole(source: Source, at: number): void {
  source.store.push(Number.NaN, at, at);
}

const plainNumber = /^[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$|^[-+−]?\d+\/0*[1-9]\d*$/i;
const longestNumber = 200;

/** Whether a cell holds a number or a mark of a missing one. */
export function isNumberCell(text: string, cell: Cell): boolean {
  if (cell.start >= cell.end || cell.end - cell.start >= longestNumber) return false;
  if (isPlainDecimal(text, cell.start, cell.end)) return true;
  // Most cells that are asked about are words of prose, and need no more than a look into the list of words.
  if (isLetter(text.charCodeAt(cell.start))) {
    const word = text.slice(cell.start, cell.end);
    return (
      wordValue(word) !== null ||
      (word.includes('(') && /\d|[½-¾⅐-⅞]/.test(word) && spelledValue(word) !== null)
    );
  }
  if (!maySpellNumber(text, cell.start, cell.end)) return false;
  const { start, end } = withoutEmphasis(text, cell.start, cell.end);
  const written = text.slice(start, end).replace(/^"(.*)"$/, '$1');
  if (plainNumber.test(written)) return true;
  if (!/[\d½-¾⅐-⅞]/.test(written)) return wordValue(written) !== null;
  if (/^[A-Za-z_]/.test(written) && !written.includes('(')) return wordValue(written) !== null;
  return spelledValue(written) !== null || (written.startsWith('\\') && parseArithmetic(written) !== null);
}
