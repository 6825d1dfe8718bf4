import { createMatrix, type Matrix } from './matrix';
import { inSlices, type Steps } from './steps';

/**
 * A matrix in at most `rows` × `columns` cells, for a picture of that size. Each cell holds the entry of
 * largest magnitude among those that fall into it: an average would hide a single large entry. NaN is
 * passed over unless it is alone.
 */
export function* cellsOfSteps(matrix: Matrix, rows: number, columns: number): Steps<Matrix> {
  const cells = createMatrix(Math.min(rows, matrix.rows), Math.min(columns, matrix.columns));
  const entriesInRow = Math.ceil(matrix.rows / Math.max(1, cells.rows)) * matrix.columns;
  yield* inSlices(cells.rows, entriesInRow, (first, end) => {
    for (let row = first; row < end; row++) fillRow(matrix, cells, row);
  });
  return cells;
}

function fillRow(matrix: Matrix, cells: Matrix, row: number): void {
  const firstRow = Math.floor((row * matrix.rows) / cells.rows);
  const endRow = Math.max(firstRow + 1, Math.floor(((row + 1) * matrix.rows) / cells.rows));
  for (let column = 0; column < cells.columns; column++) {
    const firstColumn = Math.floor((column * matrix.columns) / cells.columns);
    const endColumn = Math.max(firstColumn + 1, Math.floor(((column + 1) * matrix.columns) / cells.columns));
    let largest = matrix.values[firstRow * matrix.columns + firstColumn];
    for (let i = firstRow; i < endRow; i++) {
      for (let j = firstColumn; j < endColumn; j++) {
        const value = matrix.values[i * matrix.columns + j];
        if (Math.abs(value) > Math.abs(largest) || Number.isNaN(largest)) largest = value;
      }
    }
    cells.values[row * cells.columns + column] = largest;
  }
}
