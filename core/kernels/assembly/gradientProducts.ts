// The three products of a layer, over ranges of their results: an entry's sum has one order, however it is divided.
// Sizes of blocks after K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008: a panel
// stays in the first cache, the block that streams past it in the second.
import {
  biasesAt,
  biasGradientAt,
  deltaAt,
  deltaPanelsAt,
  deltaTransposedAt,
  fanInAt,
  fanOutAt,
  outputAt,
  samplesAt,
  sourcePanelsAt,
  weightGradientAt,
  weightsAt,
} from '../gradientLayout';
import { dotTile } from './gradientDotTile';
import { address, doubles, room, roomForTile, word } from './gradientMemory';
import { evenUp, packColumns, panelColumn } from './gradientPacking';
import { tile, tileRows } from './product';

/** Columns of X that are summed at once: a panel of six rows takes 19 kB. */
const mostDepth = 400;
/** Rows of W that pass by a panel: 48 of 400 take 150 kB. */
const neuronsAtOnce = 48;
/** Of the other products: a panel takes 12 kB, a block of 64 columns 128 kB. */
const blockDepth = 256;
const blockColumns = 64;

/** s = W x + b of neurons and samples. */
export function preActivateBlock(layer: usize, first: i32, end: i32, firstPanel: i32, endPanel: i32): void {
  const fanIn = word(layer + fanInAt);
  const whole = fanIn & ~1;
  const blocks = max(1, (whole + mostDepth - 1) / mostDepth);
  const depth = evenUp((whole + blocks - 1) / blocks);
  const panelBytes = panelColumn * <usize>evenUp(fanIn);
  const panels = address(sourcePanelsAt);
  const rowBytes = doubles(fanIn);
  const weights = address(layer + weightsAt);
  for (let j = first; j < end; j += neuronsAtOnce) {
    const jEnd = min(end, j + neuronsAtOnce);
    for (let block = 0; block < blocks; block++) {
      const k = block * depth;
      const inner = min(depth, whole - k);
      for (let panel = firstPanel; panel < endPanel; panel++) {
        const x = panels + <usize>panel * panelBytes + <usize>k * panelColumn;
        for (let row = j; row < jEnd; row += 2) {
          const w0 = weights + <usize>row * rowBytes + doubles(k);
          const w1 = row + 1 < end ? w0 + rowBytes : w0;
          dotTile(x, w0, w1, inner, room);
          placeSums(layer, panel, row, end, block === 0, block === blocks - 1);
        }
      }
    }
  }
}

/** Adds a tile of sums to s: b before the first, what is left of an odd fan-in after the last. */
function placeSums(layer: usize, panel: i32, neuron: i32, end: i32, isFirst: bool, isLast: bool): void {
  const fanOut = word(layer + fanOutAt);
  const biases = address(layer + biasesAt);
  const isPair = neuron + 1 < end;
  const rows = min(tileRows, word(samplesAt) - panel * tileRows);
  const rowBytes = doubles(fanOut);
  let to = address(layer + outputAt) + <usize>(panel * tileRows) * rowBytes + doubles(neuron);
  let bias = f64x2.splat(0);
  if (isFirst && biases !== 0) {
    bias = isPair ? v128.load(biases + doubles(neuron)) : v128.load64_zero(biases + doubles(neuron));
  }
  const fanIn = word(layer + fanInAt);
  const isOdd = isLast && (fanIn & 1) !== 0;
  const weight = address(layer + weightsAt) + doubles(fanIn * neuron + fanIn - 1);
  const panelBytes = panelColumn * <usize>evenUp(fanIn);
  let x = address(sourcePanelsAt) + <usize>(panel + 1) * panelBytes - 2 * panelColumn;
  let from = room;
  for (let i = 0; i < rows; i++, to += rowBytes, from += 16, x += 16) {
    let before = bias;
    if (!isFirst) before = isPair ? v128.load(to) : v128.load64_zero(to);
    let sum = f64x2.add(before, v128.load(from));
    if (isOdd) {
      const w0 = load<f64>(weight);
      const w1 = isPair ? load<f64>(weight + doubles(fanIn)) : 0;
      const w = f64x2.replace_lane(f64x2.splat(w0), 1, w1);
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(x), w));
    }
    if (isPair) v128.store(to, sum);
    else store<f64>(to, f64x2.extract_lane(sum, 0));
  }
}

/** ∂L/∂W = δᵀ o of the layer before: columns first … end, of samples that are added to those before them. */
export function weightGradientBlock(
  layer: usize,
  source: usize,
  first: i32,
  end: i32,
  firstSample: i32,
  endSample: i32,
): void {
  const samples = word(samplesAt);
  const fanIn = word(layer + fanInAt);
  const fanOut = word(layer + fanOutAt);
  const rowBytes = doubles(fanIn);
  const panelBytes = panelColumn * <usize>samples;
  for (let column = first; column < end; column += blockColumns) {
    const columns = min(blockColumns, end - column);
    for (let sample = firstSample; sample < endSample; sample += blockDepth) {
      const depth = min(blockDepth, endSample - sample);
      const from = source + <usize>sample * rowBytes + doubles(column);
      const blockPanel = packColumns(from, rowBytes, depth, columns, room + roomForTile);
      const a = address(deltaTransposedAt) + <usize>sample * panelColumn;
      const c = address(layer + weightGradientAt) + doubles(column);
      multiplyBlock(a, panelBytes, fanOut, blockPanel, columns, depth, c, rowBytes, sample > 0);
    }
  }
}

/** ∂L/∂o of the layer before, = δ W: columns first … end, of samples in panels. */
export function sourceGradientBlock(
  layer: usize,
  target: usize,
  first: i32,
  end: i32,
  firstPanel: i32,
  endPanel: i32,
): void {
  const fanIn = word(layer + fanInAt);
  const fanOut = word(layer + fanOutAt);
  const rowBytes = doubles(fanIn);
  const panelBytes = panelColumn * <usize>fanOut;
  const firstRow = firstPanel * tileRows;
  const rows = min(word(samplesAt), endPanel * tileRows) - firstRow;
  for (let column = first; column < end; column += blockColumns) {
    const columns = min(blockColumns, end - column);
    for (let k = 0; k < fanOut; k += blockDepth) {
      const depth = min(blockDepth, fanOut - k);
      const from = address(layer + weightsAt) + <usize>k * rowBytes + doubles(column);
      const blockPanel = packColumns(from, rowBytes, depth, columns, room + roomForTile);
      const a = address(deltaPanelsAt) + <usize>firstPanel * panelBytes + <usize>k * panelColumn;
      const c = target + <usize>firstRow * rowBytes + doubles(column);
      multiplyBlock(a, panelBytes, rows, blockPanel, columns, depth, c, rowBytes, k > 0);
    }
  }
}

/** C ← A B or C + A B, of panels of A and the packed block; C is `rows` × `columns` and may end within a tile. */
function multiplyBlock(
  a: usize,
  panelOfA: usize,
  rows: i32,
  panelOfB: usize,
  columns: i32,
  depth: i32,
  c: usize,
  rowOfC: usize,
  isSum: bool,
): void {
  for (let i = 0; i < rows; i += tileRows) {
    const panel = a + <usize>(i / tileRows) * panelOfA;
    let b = room + roomForTile;
    const cRow = c + <usize>i * rowOfC;
    const present = min(tileRows, rows - i);
    for (let j = 0; j < columns; j += 4, b += panelOfB) {
      const at = cRow + doubles(j);
      const isWhole = !isSum && present === tileRows && j + 4 <= columns;
      tile(panel, b, isWhole ? at : room, isWhole ? rowOfC : 32, depth);
      if (!isWhole) placeTile(at, rowOfC, present, min(4, columns - j), isSum);
    }
  }
}

function placeTile(c: usize, rowOfC: usize, rows: i32, columns: i32, isSum: bool): void {
  for (let i = 0; i < rows; i++) {
    const from = room + ((<usize>i) << 5);
    const to = c + <usize>i * rowOfC;
    if (columns === 4) {
      let left = v128.load(from);
      let right = v128.load(from, 16);
      if (isSum) {
        left = f64x2.add(v128.load(to), left);
        right = f64x2.add(v128.load(to, 16), right);
      }
      v128.store(to, left);
      v128.store(to, right, 16);
      continue;
    }
    for (let j = 0; j < columns; j++) {
      const sum = load<f64>(from + doubles(j));
      store<f64>(to + doubles(j), isSum ? load<f64>(to + doubles(j)) + sum : sum);
    }
  }
}

/** ∂L/∂b = Σ δ over the samples: neurons first … end. */
export function biasGradientBlock(layer: usize, first: i32, end: i32): void {
  const rowBytes = doubles(word(layer + fanOutAt));
  const delta = address(layer + deltaAt);
  const gradient = address(layer + biasGradientAt);
  let neuron = first;
  for (; neuron + 4 <= end; neuron += 4)
    fourSums(delta + doubles(neuron), rowBytes, gradient + doubles(neuron));
  for (; neuron < end; neuron++) oneSum(delta + doubles(neuron), rowBytes, gradient + doubles(neuron));
}

/** What the sum a + b lost to rounding, after D. Knuth: exact, whichever is the larger. */
function lostIn(a: v128, b: v128, sum: v128): v128 {
  const ofB = f64x2.sub(sum, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, ofB)), f64x2.sub(b, ofB));
}

/** Where a sum is not finite, what it lost is no number. */
function withLost(sum: v128, lost: v128): v128 {
  const finite = f64x2.lt(f64x2.abs(sum), f64x2.splat(Infinity));
  return v128.bitselect(f64x2.add(sum, lost), sum, finite);
}

/** Compensated sums of four columns. */
function fourSums(column: usize, rowBytes: usize, to: usize): void {
  let left = f64x2.splat(0);
  let right = left;
  let leftLost = left;
  let rightLost = left;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    let value = v128.load(at);
    let sum = f64x2.add(left, value);
    leftLost = f64x2.add(leftLost, lostIn(left, value, sum));
    left = sum;
    value = v128.load(at, 16);
    sum = f64x2.add(right, value);
    rightLost = f64x2.add(rightLost, lostIn(right, value, sum));
    right = sum;
  }
  v128.store(to, withLost(left, leftLost));
  v128.store(to, withLost(right, rightLost), 16);
}

function oneSum(column: usize, rowBytes: usize, to: usize): void {
  let total = f64x2.splat(0);
  let lost = total;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    const value = v128.load64_zero(at);
    const sum = f64x2.add(total, value);
    lost = f64x2.add(lost, lostIn(total, value, sum));
    total = sum;
  }
  store<f64>(to, f64x2.extract_lane(withLost(total, lost), 0));
}
