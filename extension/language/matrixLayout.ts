import type { Span } from '../../core/problem';
import { read } from '../../core/text';
import type { NumberArray } from '../../core/text/reading';

/** The marks around and between the numbers of a matrix. */
export interface MatrixLayout {
  readonly before: string;
  readonly betweenNumbers: string;
  readonly betweenRows: string;
  readonly after: string;
}

/** A matrix as it stands in the text, row by row, and the marks that hold it together. */
export interface WrittenMatrix {
  /** Of the matrix without a constructor around it: of `array([[1]])` the brackets. */
  readonly span: Span;
  readonly rows: readonly (readonly string[])[];
  readonly values: readonly (readonly number[])[];
  readonly layout: MatrixLayout;
}

/** Nothing but blanks, brackets, separators and quotes: a comment between numbers belongs to its place. */
const marks = /^[\s,;&|[\](){}"'\\]*$/;
const mostNumbers = 10_000;
/** Nor is a longer text read to find that it has more. */
const longestText = 300_000;

/** The matrix or vector at a span, as written: a kernel is not transposed here. Null where its layout is not plain. */
export function writtenMatrixAt(text: string, place: Span): WrittenMatrix | null {
  if (place.length > longestText) return null;
  const span = withoutConstructor(text, place);
  const reading = read(text, { as: 'matrix', within: [span] });
  if (reading.kind !== 'matrix') return null;
  const { array } = reading;
  const { shape, values } = array;
  if (shape.length === 0 || shape.length > 2 || values.length === 0 || values.length > mostNumbers)
    return null;
  const columns = shape.at(-1) ?? 1;
  const tokens = tokensOf(text, array);
  const layout = layoutOf(text, span, tokens, columns);
  if (layout === null) return null;
  const rows = chunks(
    tokens.map(({ offset, length }) => text.slice(offset, offset + length)),
    columns,
  );
  return { span, rows, values: chunks([...values], columns), layout };
}

/** `([[1, 2]], dtype=float32)` after a name has the matrix in it; parentheses by themselves are a tuple. */
function withoutConstructor(text: string, { offset, length }: Span): Span {
  const whole = { offset, length };
  if (text.charAt(offset) !== '(' || !/\w/.test(text.charAt(offset - 1))) return whole;
  const slice = text.slice(offset, offset + length);
  const [first, last] = [slice.indexOf('['), slice.lastIndexOf(']')];
  return first < 0 || last < first ? whole : { offset: offset + first, length: last + 1 - first };
}

export function writeMatrix(
  { before, betweenNumbers, betweenRows, after }: MatrixLayout,
  rows: readonly (readonly string[])[],
): string {
  return before + rows.map((row) => row.join(betweenNumbers)).join(betweenRows) + after;
}

/** Whether a text is read as exactly these rows. */
export function readsAs(text: string, values: readonly (readonly number[])[]): boolean {
  const reading = read(text, { as: 'matrix' });
  if (reading.kind !== 'matrix' || reading.problems.some(({ severity }) => severity === 'error'))
    return false;
  const { array } = reading;
  const wanted = values.flat();
  const columns = array.shape.at(-1) ?? 1;
  return (
    array.values.length === wanted.length &&
    columns === (values[0]?.length ?? 0) &&
    wanted.every((value, index) => Object.is(value, array.values[index]))
  );
}

/** Each number with the quotes around it. */
function tokensOf(text: string, { places }: NumberArray): readonly Span[] {
  return Array.from({ length: places.length }, (_, index) => {
    const [start, end] = [places.startOf(index), places.endOf(index)];
    const quote = text.charAt(start - 1);
    const isQuoted = (quote === '"' || quote === "'") && text.charAt(end) === quote;
    return isQuoted ? { offset: start - 1, length: end - start + 2 } : { offset: start, length: end - start };
  });
}

function layoutOf(text: string, span: Span, tokens: readonly Span[], columns: number): MatrixLayout | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  const gapAfter = (index: number) =>
    text.slice(tokens[index].offset + tokens[index].length, tokens[index + 1].offset);
  for (let index = 0; index + 1 < tokens.length; index++) {
    // Numbers that are not in the order of the text, or are implied, have no gap between them.
    if (tokens[index + 1].offset <= tokens[index].offset || !marks.test(gapAfter(index))) return null;
  }
  const before = text.slice(span.offset, first.offset);
  const after = text.slice(last.offset + last.length, span.offset + span.length);
  const betweenNumbers = columns > 1 ? gapAfter(0) : null;
  const betweenRows = tokens.length > columns ? gapAfter(columns - 1) : null;
  return {
    before,
    after,
    betweenNumbers: betweenNumbers ?? defaultBetweenNumbers(betweenRows ?? ''),
    betweenRows: betweenRows ?? defaultBetweenRows(before, betweenNumbers ?? ', '),
  };
}

/** For a column, which does not say how it would part two numbers of a row. */
function defaultBetweenNumbers(betweenRows: string): string {
  if (betweenRows.includes('\\\\')) return ' & ';
  return /;|^\s+$/.test(betweenRows) ? ' ' : ', ';
}

/** For a matrix of one row, which does not say how it would part two. */
function defaultBetweenRows(before: string, betweenNumbers: string): string {
  const opener = /([[({])\s*[[({]\s*$/.exec(before);
  if (opener !== null) {
    const inner = before.trimEnd().at(-1) ?? '[';
    const closer = { '[': ']', '(': ')', '{': '}' }[inner] ?? ']';
    return `${closer}, ${inner}`;
  }
  if (betweenNumbers.includes('&')) return ' \\\\ ';
  return /[[({]/.test(before) ? '; ' : '\n';
}

function chunks<Entry>(entries: readonly Entry[], columns: number): readonly (readonly Entry[])[] {
  return Array.from({ length: entries.length / columns }, (_, row) =>
    entries.slice(row * columns, (row + 1) * columns),
  );
}
