// Copies parts of row-major matrices into the order in which a tile reads: panels of so many rows, or columns, with the
// entries of one k together. What the last panel lacks is zero.
import { doubles } from './gradientMemory';

/** Panels of `height` rows, an even number: k goes along the rows. */
export function packRows(
  source: usize,
  rowBytes: usize,
  rows: i32,
  columns: i32,
  height: i32,
  target: usize,
  panelBytes: usize,
): void {
  for (let row = 0; row < rows; row += height) {
    const panel = target + <usize>(row / height) * panelBytes;
    for (let i = 0; i < height; i += 2) {
      const from = source + rowBytes * <usize>(row + i);
      packPair(from, rowBytes, min(2, rows - row - i), columns, panel + doubles(i), doubles(height));
    }
  }
}

/** Two neighbouring rows of a panel, of which `present` are there; k begins `stride` bytes after the one before it. */
function packPair(
  row: usize,
  rowBytes: usize,
  present: i32,
  columns: i32,
  target: usize,
  stride: usize,
): void {
  let to = target;
  if (present < 2) {
    for (let k = 0; k < columns; k++, to += stride) {
      v128.store(to, present === 1 ? v128.load64_zero(row + doubles(k)) : f64x2.splat(0));
    }
    return;
  }
  let from = row;
  for (let k = 0; k < columns - 1; k += 2, from += 16) {
    const upper = v128.load(from);
    const lower = v128.load(from + rowBytes);
    v128.store(to, v128.shuffle<f64>(upper, lower, 0, 2));
    to += stride;
    v128.store(to, v128.shuffle<f64>(upper, lower, 1, 3));
    to += stride;
  }
  if ((columns & 1) === 0) return;
  store<f64>(to, load<f64>(from));
  store<f64>(to, load<f64>(from + rowBytes), 8);
}

/** Panels of `width` columns, an even number: k goes down the columns. */
export function packColumns(
  source: usize,
  rowBytes: usize,
  rows: i32,
  columns: i32,
  width: i32,
  target: usize,
  panelBytes: usize,
): void {
  const whole = columns - (columns % width);
  const entries = doubles(width);
  for (let k = 0; k < rows; k++) {
    let from = source + rowBytes * <usize>k;
    let panel = target + entries * <usize>k;
    for (let j = 0; j < whole; j += width, panel += panelBytes) {
      for (let to = panel, end = panel + entries; to < end; to += 16, from += 16)
        v128.store(to, v128.load(from));
    }
    if (whole === columns) continue;
    for (let i = 0; i < width; i++, from += 8) {
      store<f64>(panel + doubles(i), whole + i < columns ? load<f64>(from) : 0);
    }
  }
}
