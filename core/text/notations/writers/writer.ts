/** Written numbers in their shape, row-major: [] for one number, [n] for a vector, [rows, columns], and so on. */
export interface WrittenArray {
  readonly shape: readonly number[];
  readonly texts: readonly string[];
}

/** Arrays, and the names of activations and losses, under their names in order. */
export type WrittenPart = {
  readonly name: string;
} & ({ readonly array: WrittenArray } | { readonly word: string });

/** How one notation writes numbers and arrays: the twin of its reader, which reads it back bit for bit. */
export interface Writer {
  /** As in the name of a file's kind, and in settings: `octave`. */
  readonly name: WriterName;
  /** A decimal such as `-1.5e-7` as the notation spells it. */
  readonly decimal: (plain: string) => string;
  /** A fraction in lowest terms; null where the notation has none. */
  readonly fraction: ((numerator: string, denominator: string) => string) | null;
  /** NaN, Infinity and −Infinity; null where the notation has no word for one. */
  readonly nan: string | null;
  readonly infinity: string | null;
  readonly minusInfinity: string | null;
  /** How many dimensions an array has at most. */
  readonly mostDimensions: number;
  readonly array: (array: WrittenArray) => string;
  /** Several arrays under their names; null where the notation has no names. */
  readonly named: ((parts: readonly WrittenPart[]) => string) | null;
}

export type WriterName =
  | 'nabla-json'
  | 'json'
  | 'python'
  | 'numpy'
  | 'torch'
  | 'octave'
  | 'julia'
  | 'r'
  | 'mathematica'
  | 'maxima'
  | 'pari'
  | 'latex'
  | 'c'
  | 'csv'
  | 'csv-decimal-comma'
  | 'tsv'
  | 'plain'
  | 'markdown'
  | 'matrix-market'
  | 'yaml';

/** The rows of an array: those of its last dimension, one for a vector or a number. */
export function rowsOf({ shape, texts }: WrittenArray): readonly (readonly string[])[] {
  const columns = shape.at(-1) ?? 1;
  const count = columns === 0 ? 0 : texts.length / columns;
  return Array.from({ length: count }, (_, row) => texts.slice(row * columns, (row + 1) * columns));
}

/** Brackets in brackets, one row of a matrix a line. */
export function nested({ shape, texts }: WrittenArray, open: string, close: string, indent = ''): string {
  const [count, ...inner] = shape;
  if (count === undefined) return texts[0] ?? '';
  if (inner.length === 0) return `${open}${texts.join(', ')}${close}`;
  const size = inner.reduce((product, length) => product * length, 1);
  const deeper = `${indent} `;
  const parts = Array.from({ length: count }, (_, index) =>
    nested({ shape: inner, texts: texts.slice(index * size, (index + 1) * size) }, open, close, deeper),
  );
  return `${open}${parts.join(`,\n${deeper}`)}${close}`;
}

/** `name = value` a line. Words stand in quotes. */
export function assignments(
  parts: readonly WrittenPart[],
  array: (array: WrittenArray) => string,
  write: (name: string, value: string) => string,
): string {
  return parts
    .map((part) => {
      if ('word' in part) return write(part.name, `"${part.word}"`);
      const column = write(part.name, place).indexOf(place);
      return write(part.name, indented(array(part.array), column));
    })
    .join('\n');
}

const place = '\u0000';

/** Lines after the first begin below it. */
export function indented(lines: string, column: number): string {
  return lines.replaceAll('\n', `\n${' '.repeat(column)}`);
}

export const asItIs = (plain: string): string => plain;
export const withSlash = (numerator: string, denominator: string): string => `${numerator}/${denominator}`;
