import { formatWritten } from '../../../core/derivation/formatNumber';
import type { NumberArray } from '../../../core/text/reading';
import { shownNumber } from '../../../core/text/written';
import { rowSumText } from '../rowSumText';
import { largestSize, mostRows, signedCell } from './cells';
import { colored, table, verbatim } from './markup';
import { moreOf } from './more';
import type { CardRequest, Section } from './request';

/** Characters that a row of the hover's box has room for, and those that a cell adds to its number. */
const mostCharacters = 80;
const padding = 3;
const mostColumns = 16;

/** The head of the column of sums. */
const sumHead = 'Σ';

/** Whether all of an array stands in a table that a hover shows at once. */
export function fitsTable(text: string, array: NumberArray): boolean {
  const columns = array.shape.at(-1) ?? 1;
  return rowsOf(array) <= mostRows && columnsThatFit(text, array) === columns;
}

/** The numbers as they are written, on their signs, with the sum of each row; as many as there is room for. */
export function numberTable(request: CardRequest, text: string, array: NumberArray): readonly Section[] {
  const { palette, words } = request;
  const columns = array.shape.at(-1) ?? 1;
  const rows = rowsOf(array);
  const shownRows = Math.min(rows, mostRows);
  const shownColumns = columnsThatFit(text, array);
  const hasSums = array.shape.length === 2 && columns > 1 && shownColumns === columns;
  const indices = Array.from({ length: shownRows }, (_, row) =>
    Array.from({ length: shownColumns }, (_, column) => row * columns + column),
  );
  const largest = largestSize(indices.flat().map((index) => array.values[index]));
  const cells = indices.map((row, number) => [
    String(number + 1),
    ...row.map((index) => signedCell(writtenAt(text, array, index), array.values[index], largest, palette)),
    ...(hasSums ? [colored(verbatim(rowSumText(text, array, number, request.digits)), palette.quiet)] : []),
  ]);
  const heads = [
    '',
    ...Array.from({ length: shownColumns }, (_, column) => String(column + 1)),
    ...(hasSums ? [sumHead] : []),
  ];
  return [
    { markdown: table(heads, cells, palette.quiet), optional: true },
    ...moreOf(rows - shownRows, columns - shownColumns, palette, words),
  ];
}

export function writtenAt(text: string, array: NumberArray, index: number): string {
  return verbatim(formatWritten(shownNumber(text, array, index)));
}

function rowsOf({ shape, values }: NumberArray): number {
  const columns = shape.at(-1) ?? 1;
  return columns === 0 ? 0 : values.length / columns;
}

function columnsThatFit(text: string, array: NumberArray): number {
  const columns = array.shape.at(-1) ?? 1;
  const rows = Math.min(rowsOf(array), mostRows);
  let room = mostCharacters;
  let fitting = 0;
  while (fitting < Math.min(columns, mostColumns)) {
    let widest = 0;
    for (let row = 0; row < rows; row++) {
      widest = Math.max(widest, shownNumber(text, array, row * columns + fitting).length);
    }
    room -= widest + padding;
    if (room < 0 && fitting > 0) break;
    fitting += 1;
  }
  return fitting;
}
