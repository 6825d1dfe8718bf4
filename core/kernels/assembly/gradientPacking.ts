// Copies parts of row-major matrices into the order in which a tile reads: panels of so many rows, or columns, with the
// entries of one k together. What the last panel lacks is zero.
import { bytesOf } from './gradientMemory';
import { tileColumns } from './tile';

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
  const stride = bytesOf(height);
  for (let row = 0, panel = target; row < rows; row += height, panel += panelBytes) {
    let i = 0;
    let from = source + rowBytes * <usize>row;
    for (; i + 4 <= height && row + i + 4 <= rows; i += 4, from += rowBytes << 2) {
      packFour(from, rowBytes, columns, panel + bytesOf(i), stride);
    }
    for (; i < height; i += 2, from += rowBytes << 1) {
      packPair(from, rowBytes, min(2, rows - row - i), columns, panel + bytesOf(i), stride);
    }
  }
}

/** Four neighbouring rows of a panel, of which each k takes a line or half of one. */
function packFour(row: usize, rowBytes: usize, columns: i32, target: usize, stride: usize): void {
  const row1 = row + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  let to = target;
  let at: usize = 0;
  if (sizeof<Element>() === 4) {
    packFourSingles(row, rowBytes, columns, target, stride);
    return;
  }
  for (const end = bytesOf(columns & ~1); at < end; at += 16) {
    const a = v128.load(row + at);
    const b = v128.load(row1 + at);
    const c = v128.load(row2 + at);
    const d = v128.load(row3 + at);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to, v128.shuffle<f64>(c, d, 0, 2), 16);
    to += stride;
    v128.store(to, v128.shuffle<f64>(a, b, 1, 3));
    v128.store(to, v128.shuffle<f64>(c, d, 1, 3), 16);
    to += stride;
  }
  if ((columns & 1) === 0) return;
  store<f64>(to, load<f64>(row + at));
  store<f64>(to, load<f64>(row1 + at), 8);
  store<f64>(to, load<f64>(row2 + at), 16);
  store<f64>(to, load<f64>(row3 + at), 24);
}

/** The same of float32, of which a vector has four. */
function packFourSingles(row: usize, rowBytes: usize, columns: i32, target: usize, stride: usize): void {
  const row1 = row + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  let to = target;
  let at: usize = 0;
  for (const end = bytesOf(columns & ~3); at < end; at += 16) {
    const a = v128.load(row + at);
    const b = v128.load(row1 + at);
    const c = v128.load(row2 + at);
    const d = v128.load(row3 + at);
    const upperLeft = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const upperRight = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const lowerLeft = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const lowerRight = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f64>(upperLeft, lowerLeft, 0, 2));
    to += stride;
    v128.store(to, v128.shuffle<f64>(upperLeft, lowerLeft, 1, 3));
    to += stride;
    v128.store(to, v128.shuffle<f64>(upperRight, lowerRight, 0, 2));
    to += stride;
    v128.store(to, v128.shuffle<f64>(upperRight, lowerRight, 1, 3));
    to += stride;
  }
  for (const end = bytesOf(columns); at < end; at += 4, to += stride) {
    store<f32>(to, load<f32>(row + at));
    store<f32>(to, load<f32>(row1 + at), 4);
    store<f32>(to, load<f32>(row2 + at), 8);
    store<f32>(to, load<f32>(row3 + at), 12);
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
  if (sizeof<Element>() === 4) {
    packPairOfSingles(row, rowBytes, present, columns, target, stride);
    return;
  }
  if (present < 2) {
    for (let k = 0; k < columns; k++, to += stride) {
      v128.store(to, present === 1 ? v128.load64_zero(row + bytesOf(k)) : f64x2.splat(0));
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

/** The same of float32. */
function packPairOfSingles(
  row: usize,
  rowBytes: usize,
  present: i32,
  columns: i32,
  target: usize,
  stride: usize,
): void {
  let to = target;
  let from = row;
  const end = row + bytesOf(columns);
  if (present < 2) {
    for (; from < end; from += 4, to += stride) {
      store<f32>(to, present === 1 ? load<f32>(from) : 0);
      store<f32>(to, 0, 4);
    }
    return;
  }
  for (const whole = row + bytesOf(columns & ~3); from < whole; from += 16) {
    const upper = v128.load(from);
    const lower = v128.load(from + rowBytes);
    const left = v128.shuffle<f32>(upper, lower, 0, 4, 1, 5);
    const right = v128.shuffle<f32>(upper, lower, 2, 6, 3, 7);
    v128.store_lane<f64>(to, left, 0);
    to += stride;
    v128.store_lane<f64>(to, left, 1);
    to += stride;
    v128.store_lane<f64>(to, right, 0);
    to += stride;
    v128.store_lane<f64>(to, right, 1);
    to += stride;
  }
  for (; from < end; from += 4, to += stride) {
    store<f32>(to, load<f32>(from));
    store<f32>(to, load<f32>(from + rowBytes), 4);
  }
}

/** Panels of the columns of a tile, k down the columns: four rows at once, so that whole lines are written. */
export function packTileColumns(
  source: usize,
  rowBytes: usize,
  rows: i32,
  columns: i32,
  target: usize,
  panelBytes: usize,
): void {
  const whole = columns & ~(tileColumns - 1);
  const row2 = rowBytes << 1;
  const row3 = row2 + rowBytes;
  let to = target;
  let k = 0;
  for (; k + 4 <= rows; k += 4, to += 128) {
    let from = source + rowBytes * <usize>k;
    let panel = to;
    for (const end = from + bytesOf(whole); from < end; from += 32, panel += panelBytes) {
      v128.store(panel, v128.load(from));
      v128.store(panel, v128.load(from, 16), 16);
      v128.store(panel, v128.load(from + rowBytes), 32);
      v128.store(panel, v128.load(from + rowBytes, 16), 48);
      v128.store(panel, v128.load(from + row2), 64);
      v128.store(panel, v128.load(from + row2, 16), 80);
      v128.store(panel, v128.load(from + row3), 96);
      v128.store(panel, v128.load(from + row3, 16), 112);
    }
  }
  packColumns(source + rowBytes * <usize>k, rowBytes, rows - k, whole, tileColumns, to, panelBytes);
  if (whole === columns) return;
  const last = target + panelBytes * <usize>(whole / tileColumns);
  packColumns(source + bytesOf(whole), rowBytes, rows, columns - whole, tileColumns, last, panelBytes);
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
  const entries = bytesOf(width);
  for (let k = 0; k < rows; k++) {
    let from = source + rowBytes * <usize>k;
    let panel = target + entries * <usize>k;
    for (let j = 0; j < whole; j += width, panel += panelBytes) {
      const end = panel + (entries & ~15);
      for (let to = panel; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
      // Six of float32 are a vector and a half.
      if (sizeof<Element>() === 4 && (entries & 8) !== 0) {
        store<u64>(end, load<u64>(from));
        from += 8;
      }
    }
    if (whole === columns) continue;
    for (let i = 0; i < width; i++, from += sizeof<Element>()) {
      store<Element>(panel + bytesOf(i), whole + i < columns ? load<Element>(from) : 0);
    }
  }
}
