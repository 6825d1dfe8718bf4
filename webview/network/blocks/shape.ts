/** How a vector is drawn: up to 16 entries as bars with their numbers, more as a tile of square cells. */
export interface VectorShape {
  readonly form: 'bars' | 'tile';
  readonly rows: number;
  readonly columns: number;
  /** The side of a cell, or the height of a bar's row, in units of the panel. */
  readonly cell: number;
  /** Of rows without entries above and below, in units: shapes are centred in `rowHeight`. */
  readonly top: number;
  readonly height: number;
}

/** The height of the row of blocks. */
export const rowHeight = 200;
const mostBars = 16;
const tallestBar = 20;
const largestCell = 24;

/**
 * A square where the number of entries is one (a picture of 28 × 28), else a tile about twice as high as wide, so
 * that tiles of one row differ little in height.
 */
export function gridOf(length: number): { readonly rows: number; readonly columns: number } {
  const side = Math.round(Math.sqrt(length));
  if (side * side === length) return { rows: side, columns: side };
  const columns = Math.max(1, Math.round(Math.sqrt(length / 2)));
  return { rows: Math.ceil(length / columns), columns };
}

export function shapeOf(length: number): VectorShape {
  const isBars = length <= mostBars;
  const { rows, columns } = isBars ? { rows: length, columns: 1 } : gridOf(length);
  const cell = Math.min(isBars ? tallestBar : largestCell, rowHeight / rows);
  const height = cell * rows;
  return { form: isBars ? 'bars' : 'tile', rows, columns, cell, top: (rowHeight - height) / 2, height };
}

/** The size of a grid of square cells of which the longer side has that length, in units of blocks: smaller in a narrow panel. */
export function gridStyle(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  longer: number,
): { readonly width: string; readonly height: string } {
  const cell = longer / Math.max(rows, columns);
  return { width: `calc(${columns * cell} * var(--block))`, height: `calc(${rows * cell} * var(--block))` };
}
