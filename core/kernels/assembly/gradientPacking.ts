// Copies into the order in which a tile reads: panels of `tileRows` rows. What a panel lacks at the end is zero.
import {
  deltaAt,
  deltaPanelsAt,
  deltaTransposedAt,
  fanInAt,
  fanOutAt,
  samplesAt,
  slopeAt,
  sourcePanelsAt,
} from '../gradientLayout';
import { address, doubles, word } from './gradientMemory';
import { tileRows } from './product';

/** Bytes of one column of a panel. */
export const panelColumn: usize = (<usize>tileRows) << 3;

export function evenUp(count: i32): i32 {
  return (count + 1) & ~1;
}

/**
 * Rows of samples, `width` wide, for `dotTile`: two columns of every row stand together, then the next two. An odd
 * width is made even by zeros.
 */
export function packSourcePanels(source: usize, width: i32, first: i32, end: i32): void {
  const samples = word(samplesAt);
  const panelBytes = panelColumn * <usize>evenUp(width);
  const rowBytes = doubles(width);
  const pair = panelColumn << 1;
  for (let panel = first; panel < end; panel++) {
    const target = address(sourcePanelsAt) + <usize>panel * panelBytes;
    for (let i = 0; i < tileRows; i++) {
      const row = panel * tileRows + i;
      let to = target + ((<usize>i) << 4);
      if (row >= samples) {
        for (let k = 0; k < width; k += 2, to += pair) v128.store(to, f64x2.splat(0));
        continue;
      }
      let from = source + <usize>row * rowBytes;
      for (let k = 0; k < width - 1; k += 2, from += 16, to += pair) v128.store(to, v128.load(from));
      if (width & 1) v128.store(to, v128.load64_zero(from));
    }
  }
}

/** δ ← δ ⊙ φ′, and both of its packed forms: by samples where a layer stands before this one, and by neurons. */
export function packDeltaPanels(layer: usize, isFirstLayer: bool, first: i32, end: i32): void {
  const samples = word(samplesAt);
  const fanOut = word(layer + fanOutAt);
  const rowBytes = doubles(fanOut);
  const delta = address(layer + deltaAt);
  const slope = address(layer + slopeAt);
  const last = min(samples, end * tileRows);
  if (slope !== 0) multiply(delta, slope, doubles(fanOut * first * tileRows), doubles(fanOut * last));
  transposeNeurons(delta, fanOut, first * tileRows, last);
  if (isFirstLayer) return;
  const panelBytes = panelColumn * <usize>fanOut;
  for (let panel = first; panel < end; panel++) {
    const target = address(deltaPanelsAt) + <usize>panel * panelBytes;
    for (let i = 0; i < tileRows; i++) {
      const row = panel * tileRows + i;
      let to = target + ((<usize>i) << 3);
      let from = delta + <usize>row * rowBytes;
      for (let k = 0; k < fanOut; k++, from += 8, to += panelColumn) {
        store<f64>(to, row < samples ? load<f64>(from) : 0);
      }
    }
  }
}

/** target ← target ⊙ by, between two offsets. */
function multiply(target: usize, by: usize, first: usize, end: usize): void {
  let at = first;
  for (; at + 16 <= end; at += 16) {
    v128.store(target + at, f64x2.mul(v128.load(target + at), v128.load(by + at)));
  }
  if (at < end) store<f64>(target + at, load<f64>(target + at) * load<f64>(by + at));
}

/** Panels of δᵀ: for every sample its neurons, `tileRows` together. */
function transposeNeurons(delta: usize, fanOut: i32, first: i32, end: i32): void {
  const panelBytes = panelColumn * <usize>word(samplesAt);
  const target = address(deltaTransposedAt);
  const whole = fanOut - (fanOut % tileRows);
  for (let sample = first; sample < end; sample++) {
    let from = delta + doubles(fanOut) * <usize>sample;
    let to = target + panelColumn * <usize>sample;
    for (let j = 0; j < whole; j += tileRows, to += panelBytes) {
      for (let i = 0; i < tileRows; i += 2, from += 16) v128.store(to + ((<usize>i) << 3), v128.load(from));
    }
    if (whole === fanOut) continue;
    for (let i = 0; i < tileRows; i++, from += 8) {
      store<f64>(to + ((<usize>i) << 3), whole + i < fanOut ? load<f64>(from) : 0);
    }
  }
}

/** A block of a row-major matrix for `tile`: panels of four columns, row by row. Answers the bytes of a panel. */
export function packColumns(source: usize, rowBytes: usize, rows: i32, columns: i32, target: usize): usize {
  const panelBytes = columnPanel(rows);
  const whole = columns & ~3;
  for (let k = 0; k < rows; k++) {
    let from = source + rowBytes * <usize>k;
    let to = target + ((<usize>k) << 5);
    for (let j = 0; j < whole; j += 4, from += 32, to += panelBytes) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
    for (let j = whole; j < ((columns + 3) & ~3); j++, from += 8, to += 8) {
      store<f64>(to, j < columns ? load<f64>(from) : 0);
    }
  }
  return panelBytes;
}

/** A line of the cache more than a panel needs, so that panels do not all begin in one set of it. */
function columnPanel(rows: i32): usize {
  return ((<usize>rows) << 5) + 64;
}

/** Bytes of a row of what the first layer, or one behind it, reads. */
export function sourceWidth(layer: usize): i32 {
  return word(layer + fanInAt);
}
