import { parseRational } from '../../exact/parseRational';
import { plainSpelling } from '../../exact/spellings';
import { toNumber } from '../../exact/toNumber';
import { doubleQuote } from '../characters';
import type { Source } from '../source';
import type { Cell } from './lines';

/** Words for a number that is missing or not finite, in lower case and without a sign. */
const words: ReadonlyMap<string, number> = new Map([
  ...['nan', 'na', '<na>', 'na_real_', 'null', 'none', 'missing', '--', '.nan', 'indeterminate', 'und'].map(
    (word): [string, number] => [word, Number.NaN],
  ),
  ...[
    'nan32',
    'nan16',
    'np.nan',
    'math.nan',
    'torch.nan',
    'jnp.nan',
    'numpy.nan',
    'f32::nan',
    'f64::nan',
  ].map((word): [string, number] => [word, Number.NaN]),
  ...['number.nan', 'double.nan', 'float.nan', 'single.nan'].map((word): [string, number] => [
    word,
    Number.NaN,
  ]),
  ...['inf', 'infinity', '∞', '.inf', 'inf32', 'inf16', 'np.inf', 'math.inf', 'torch.inf', 'jnp.inf'].map(
    (word): [string, number] => [word, Number.POSITIVE_INFINITY],
  ),
  ...[
    'f32::infinity',
    'f64::infinity',
    'double.positive_infinity',
    'float.positive_infinity',
    '+oo',
    'oo',
  ].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...[
    'number.positive_infinity',
    'double.positiveinfinity',
    'float.positiveinfinity',
    'directedinfinity[1]',
  ].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...['number.negative_infinity', 'double.negative_infinity', 'float.negative_infinity', 'minf'].map(
    (word): [string, number] => [word, Number.NEGATIVE_INFINITY],
  ),
  ...['f32::neg_infinity', 'f64::neg_infinity', 'double.negativeinfinity', 'float.negativeinfinity'].map(
    (word): [string, number] => [word, Number.NEGATIVE_INFINITY],
  ),
]);

const longestWord = 30;

/** The value of a missing or infinite number as any tool writes it, or null. */
export function wordValue(word: string): number | null {
  if (word.length > longestWord) return null;
  const plain = word.toLowerCase();
  const found = words.get(plain);
  if (found !== undefined) return found;
  const signed = /^([-+−])\s*(.+)$/.exec(plain);
  const size = signed === null ? undefined : words.get(signed[2] ?? '');
  return size === undefined ? null : signed?.[1] === '+' ? size : -size;
}

/** The number that a whole text spells in any notation, or null. A zero denominator is null too. */
export function spelledValue(text: string): number | null {
  const word = wordValue(text);
  if (word !== null) return word;
  const cast = /^([-+]?)[A-Za-z_][\w.:]*\(\s*['"]?([^()'"]*)['"]?\s*\)$/.exec(text);
  const inner = cast === null ? null : wordValue((cast[2] ?? '').trim());
  if (inner !== null) return cast?.[1] === '-' ? -inner : inner;
  const plain = plainSpelling(text);
  if (plain !== null && !plain.includes('/')) return Number(plain);
  const exact = parseRational(text);
  if (exact === null) return null;
  return exact.numerator === 0n && /^\s*[-−]/.test(text) ? -0 : toNumber(exact);
}

const elision = /^(?:\.{2,}|…|⋮|⋱|⋯)$/;

/** How the cells of a table are written. */
export interface CellStyle {
  /** `0,5` is a half. */
  readonly decimalComma: boolean;
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
  const outcome = scanner.scan(text, start, end);
  if (outcome === 'number' && scanner.end === end) {
    if (!Number.isFinite(scanner.value)) source.noteNotFinite(scanner.value, start, end);
    store.push(scanner.value, start, end);
    return;
  }
  if (outcome === 'zero-denominator') source.reportSyntax(outcome, start, end);
  else {
    const written = text.slice(start, end);
    const value =
      written.includes(',') && !style.decimalComma && !/\.\d*$/.test(written) ? null : spelledValue(written);
    if (value !== null) {
      if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
      store.push(value, start, end);
      return;
    }
    if (elision.test(written)) source.report('elided', start, end, { mark: written });
    else source.reportSyntax('unexpected-token', start, end, 'number');
  }
  store.push(Number.NaN, start, end);
}

/** Keeps the place of a number that its row lacks; that row is reported by itself. */
export function pushHole(source: Source, at: number): void {
  source.store.push(Number.NaN, at, at);
}

/** Whether a cell holds a number or a mark of a missing one. */
export function isNumberCell(text: string, { start, end }: Cell): boolean {
  return (
    start < end &&
    end - start < 200 &&
    spelledValue(text.slice(start, end).replace(/^"(.*)"$/, '$1')) !== null
  );
}
