// The three products of a layer, over ranges of their results: an entry's sum has one order, however it is divided.
// Sizes of blocks after K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008: a panel
// stays in the first cache, the block that streams past it in the second.
import {
  biasesAt,
  blockColumns,
  blockDepth,
  deltaAt,
  deltaPanelsAt,
  deltaTransposedAt,
  fanInAt,
  fanOutAt,
  outputAt,
  samplesAt,
  slopeAt,
  sourcePanelsAt,
  sumsBytes,
  weightGradientAt,
  weightsAt,
} from '../gradientLayout';
import { address, bytesOf, room, word } from './gradientMemory';
import { packColumns, packRows, packTileColumns } from './gradientPacking';
import { depthOfA, depthOfB, tileColumns, tileRows, tiles } from './tile';

/** The block of B that a thread packs, behind its sums. */
function packedBlock(): usize {
  return room + sumsBytes;
}

/** Bytes of the sums of a tile. */
const tileBytes: usize = depthOfB * <usize>tileRows;
/** What the products of a block are added to. */
const toNothing: i32 = 0;
const toC: i32 = 1;
const toSums: i32 = 2;

/** A line of the cache more than a panel of this depth needs, so that panels do not all begin in one set of it. */
function panelOfB(depth: i32): usize {
  return depthOfB * <usize>depth + 64;
}

/** What a layer reads, in panels of samples first … end. */
export function packSourcePanels(layer: usize, source: usize, first: i32, end: i32): void {
  const fanIn = word(layer + fanInAt);
  const row = first * tileRows;
  const rows = min(word(samplesAt), end * tileRows) - row;
  const panelBytes = depthOfA * <usize>fanIn;
  const target = address(sourcePanelsAt) + panelBytes * <usize>first;
  packRows(source + bytesOf(row * fanIn), bytesOf(fanIn), rows, fanIn, tileRows, target, panelBytes);
}

/** δ ← δ ⊙ φ′ of samples in panels first … end, and δ in panels of neurons and, behind the first layer, of samples. */
export function packDeltaPanels(layer: usize, isFirstLayer: bool, first: i32, end: i32): void {
  const samples = word(samplesAt);
  const fanOut = word(layer + fanOutAt);
  const rowBytes = bytesOf(fanOut);
  const row = first * tileRows;
  const rows = min(samples, end * tileRows) - row;
  const delta = address(layer + deltaAt) + rowBytes * <usize>row;
  const slope = address(layer + slopeAt);
  if (slope !== 0) scale(delta, slope + rowBytes * <usize>row, rowBytes * <usize>rows);
  const transposed = address(deltaTransposedAt) + depthOfA * <usize>row;
  packColumns(delta, rowBytes, rows, fanOut, tileRows, transposed, depthOfA * <usize>samples);
  if (isFirstLayer) return;
  const panelBytes = depthOfA * <usize>fanOut;
  const target = address(deltaPanelsAt) + panelBytes * <usize>first;
  packRows(delta, rowBytes, rows, fanOut, tileRows, target, panelBytes);
}

/** target ← target ⊙ by. */
function scale(target: usize, by: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) {
    v128.store(target + at, v128.mul<Element>(v128.load(target + at), v128.load(by + at)));
  }
  for (; at < bytes; at += sizeof<Element>())
    store<Element>(target + at, load<Element>(target + at) * load<Element>(by + at));
}

/** s = W x + b of neurons first … end and samples in panels. */
export function preActivateBlock(layer: usize, first: i32, end: i32, firstPanel: i32, endPanel: i32): void {
  const fanIn = word(layer + fanInAt);
  const panelOfA = depthOfA * <usize>fanIn;
  const row = firstPanel * tileRows;
  const rows = min(word(samplesAt), endPanel * tileRows) - row;
  const rowOfC = bytesOf(word(layer + fanOutAt));
  const a = address(sourcePanelsAt) + panelOfA * <usize>firstPanel;
  const c = address(layer + outputAt) + rowOfC * <usize>row;
  const weights = address(layer + weightsAt);
  multiply(a, panelOfA, rows, fanIn, weights, bytesOf(fanIn), true, first, end, c, rowOfC, false);
  const biases = address(layer + biasesAt);
  if (biases !== 0) addToRows(c + bytesOf(first), rowOfC, rows, biases + bytesOf(first), end - first);
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
  const fanOut = word(layer + fanOutAt);
  const panelOfA = depthOfA * <usize>fanOut;
  const row = firstPanel * tileRows;
  const rows = min(word(samplesAt), endPanel * tileRows) - row;
  const rowOfC = bytesOf(word(layer + fanInAt));
  const a = address(deltaPanelsAt) + panelOfA * <usize>firstPanel;
  const c = target + rowOfC * <usize>row;
  multiply(
    a,
    panelOfA,
    rows,
    fanOut,
    address(layer + weightsAt),
    rowOfC,
    false,
    first,
    end,
    c,
    rowOfC,
    false,
  );
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
  const rowOfC = bytesOf(word(layer + fanInAt));
  const panelOfA = depthOfA * <usize>word(samplesAt);
  const rows = word(layer + fanOutAt);
  const depth = endSample - firstSample;
  const a = address(deltaTransposedAt) + depthOfA * <usize>firstSample;
  const b = source + rowOfC * <usize>firstSample;
  const c = address(layer + weightGradientAt);
  multiply(a, panelOfA, rows, depth, b, rowOfC, false, first, end, c, rowOfC, firstSample > 0);
}

/**
 * Columns first … end of C ← A B, or of C + A B where `isSum`. A is in panels, `rows` × `depth`; B and C stand as they
 * are stored, and where `isTurned`, B by columns.
 */
function multiply(
  a: usize,
  panelOfA: usize,
  rows: i32,
  depth: i32,
  b: usize,
  rowOfB: usize,
  isTurned: bool,
  first: i32,
  end: i32,
  c: usize,
  rowOfC: usize,
  isSum: bool,
): void {
  const blocks = max(1, (depth + blockDepth - 1) / blockDepth);
  // As equal as there can be.
  const most = (depth + blocks - 1) / blocks;
  const block = packedBlock();
  for (let j = first; j < end; j += blockColumns) {
    const columns = min(blockColumns, end - j);
    for (let k = 0; k < depth; k += most) {
      const inner = min(most, depth - k);
      const panel = panelOfB(inner);
      if (isTurned) {
        packRows(b + rowOfB * <usize>j + bytesOf(k), rowOfB, columns, inner, tileColumns, block, panel);
      } else {
        packTileColumns(b + rowOfB * <usize>k + bytesOf(j), rowOfB, inner, columns, block, panel);
      }
      const from = a + depthOfA * <usize>k;
      const added = k > 0 ? toSums : isSum ? toC : toNothing;
      multiplyBlock(from, panelOfA, rows, columns, inner, c + bytesOf(j), rowOfC, added, k + inner === depth);
    }
  }
}

/**
 * Panels of A times this thread's block of B, added to nothing, to C or to this thread's sums. They become C with the last
 * block, and the sums until then. C is `rows` × `columns` and may end within a tile.
 */
function multiplyBlock(
  a: usize,
  panelOfA: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  c: usize,
  rowOfC: usize,
  added: i32,
  isLast: bool,
): void {
  const panelBytes = panelOfB(depth);
  const block = packedBlock();
  const isOfC = added === toC;
  // What a single block makes goes to C at once, but for tiles at an edge, each by way of the same room.
  const step: usize = isLast && added !== toSums ? 0 : tileBytes;
  let sums = room;
  let at = c;
  for (let i = 0, panel = a; i < rows; i += tileRows, panel += panelOfA, at += rowOfC * <usize>tileRows) {
    const present = min(tileRows, rows - i);
    const whole = present === tileRows || present === 4 ? columns / tileColumns : 0;
    if (whole > 0) {
      const d = added === toNothing ? 0 : isOfC ? at : sums;
      const stepOfD = isOfC ? depthOfB : tileBytes;
      const rowOfD = isOfC ? rowOfC : depthOfB;
      const to = isLast ? at : sums;
      const stepOfTo = isLast ? depthOfB : tileBytes;
      const rowOfTo = isLast ? rowOfC : depthOfB;
      tiles(panel, block, panelBytes, whole, d, stepOfD, rowOfD, to, stepOfTo, rowOfTo, depth, present);
      sums += step * <usize>whole;
    }
    for (let j = whole; j * tileColumns < columns; j++, sums += step) {
      const edge = at + depthOfB * <usize>j;
      const width = min(tileColumns, columns - j * tileColumns);
      if (isOfC) copyTile(edge, rowOfC, sums, depthOfB, present, width);
      const b = block + panelBytes * <usize>j;
      const d = added === toNothing ? 0 : sums;
      tiles(panel, b, 0, 1, d, 0, depthOfB, sums, 0, depthOfB, depth, present);
      if (isLast) copyTile(sums, depthOfB, edge, rowOfC, present, width);
    }
  }
}

/** So much of a tile as there is. */
function copyTile(from: usize, rowOfFrom: usize, to: usize, rowOfTo: usize, rows: i32, columns: i32): void {
  const bytes = bytesOf(columns);
  for (let i = 0, source = from, target = to; i < rows; i++, source += rowOfFrom, target += rowOfTo) {
    for (let at: usize = 0; at < bytes; at += sizeof<Element>())
      store<Element>(target + at, load<Element>(source + at));
  }
}

/** Every row of C ← C + the numbers at `from`. */
function addToRows(c: usize, rowOfC: usize, rows: i32, from: usize, columns: i32): void {
  const bytes = bytesOf(columns);
  for (let i = 0, to = c; i < rows; i++, to += rowOfC) {
    let at: usize = 0;
    for (; at + 16 <= bytes; at += 16)
      v128.store(to + at, v128.add<Element>(v128.load(to + at), v128.load(from + at)));
    for (; at < bytes; at += sizeof<Element>())
      store<Element>(to + at, load<Element>(to + at) + load<Element>(from + at));
  }
}
