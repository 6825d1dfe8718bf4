/** A dense matrix of doubles, row-major: entry (i, j) is `values[i * columns + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function createMatrix(rows: number, columns: number, values?: ArrayLike<number>): Matrix {
  const cells = values === undefined ? new Float64Array(rows * columns) : Float64Array.from(values);
  return { rows, columns, values: cells };
}
