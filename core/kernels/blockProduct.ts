import type { Matrix } from '../matrix';
import type { Dtype } from '../numeric/dtype';
import type { Steps } from '../steps';
import { type Numbers, viewOf } from './gradientMemory';
import type { ProductModule } from './kernelModule';
import { stretchOf, stretchOfSum } from './singleProducts';

/** A matrix as the product sees it: entry (i, j) is `values[i * rowStride + j * columnStride]`. One stride is 1. */
export interface StridedMatrix {
  readonly values: Float64Array;
  readonly rowStride: number;
  readonly columnStride: number;
}

export function asStored({ values, columns }: Matrix): StridedMatrix {
  return { values, rowStride: columns, columnStride: 1 };
}

export function transposed({ values, columns }: Matrix): StridedMatrix {
  return { values, rowStride: 1, columnStride: columns };
}

/**
 * Sizes of a block in rows, depth and columns, after K. Goto and R. van de Geijn, "Anatomy of
 * High-Performance Matrix Multiplication", 2008: a packed block of A (192 kB) stays in the second cache while the
 * panels of B stream past it. The rows are a multiple of both tile heights, 4 and 6.
 */
const blockRows = 96;
const blockDepth = 256;
const blockColumns = 512;

/** Blocks of float32 are as deep as a sum goes in one stretch, and take less. */
const deepest = Math.max(blockDepth, stretchOfSum);

const bytes = Float64Array.BYTES_PER_ELEMENT;
const addressOfA = 0;
const addressOfB = addressOfA + blockRows * deepest * bytes;
const addressOfC = addressOfB + deepest * blockColumns * bytes;
/** What the module's memory must hold, in bytes. */
export const memoryForBlocks = addressOfC + blockRows * blockColumns * bytes;

/** Where in a matrix a block begins, and how far it goes. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The blocks in a module's memory, which every product through it shares. */
export interface BlockMemory {
  readonly module: ProductModule;
  readonly dtype: Dtype;
  readonly a: Numbers;
  readonly b: Numbers;
  readonly c: Numbers;
  /** Which block of which product B holds: during a pause another product may have put in its own. */
  packedInB: object | null;
}

export function createBlockMemory(module: ProductModule, dtype: Dtype): BlockMemory {
  const block = (address: number, length: number) => viewOf(module.memory.buffer, dtype, { address, length });
  return {
    module,
    dtype,
    a: block(addressOfA, blockRows * deepest),
    b: block(addressOfB, deepest * blockColumns),
    c: block(addressOfC, blockRows * blockColumns),
    packedInB: null,
  };
}

/**
 * result ← A B, in blocks that the module multiplies. A block costs at most 13.4 million multiply-adds, about
 * 1 ms, and there is a pause between two. The order of sums depends on the sizes alone; that of float32 is the order of
 * `singleProducts.ts`.
 */
export function* blockProductSteps(
  memory: BlockMemory,
  a: StridedMatrix,
  b: StridedMatrix,
  depth: number,
  result: Matrix,
): Steps<void> {
  const tileRows = memory.module.tileRows.value;
  const tileColumns = memory.module.tileColumns.value;
  const columnsOfB = turned(b);
  const isSingle = memory.dtype === 'float32';
  const blockLength = isSingle ? stretchOf(depth) : blockDepth;
  for (let column = 0; column < result.columns; column += blockColumns) {
    const columns = Math.min(blockColumns, result.columns - column);
    const panelsOfB = Math.ceil(columns / tileColumns);
    for (let k = 0; k < depth; k += blockLength) {
      const inner = Math.min(blockLength, depth - k);
      const blockOfB = { row: column, column: k, rows: columns, columns: inner };
      for (let row = 0; row < result.rows; row += blockRows) {
        const rows = Math.min(blockRows, result.rows - row);
        if (memory.packedInB !== blockOfB) pack(columnsOfB, blockOfB, tileColumns, memory.b);
        memory.packedInB = blockOfB;
        pack(a, { row, column: k, rows, columns: inner }, tileRows, memory.a);
        const panelsOfA = Math.ceil(rows / tileRows);
        memory.module.product(addressOfA, addressOfB, addressOfC, panelsOfA, panelsOfB, inner);
        const place = { row, column, rows, columns };
        unpack(memory.c, panelsOfB * tileColumns, result, place, k === 0, isSingle);
        yield;
      }
    }
  }
}

/** The transpose, of which a panel is rows. */
function turned({ values, rowStride, columnStride }: StridedMatrix): StridedMatrix {
  return { values, rowStride: columnStride, columnStride: rowStride };
}

/**
 * Copies a block into panels of `height` rows; within a panel the entries of one column stand together. Rows that
 * the last panel lacks are zero.
 */
function pack(
  { values, rowStride, columnStride }: StridedMatrix,
  { row, column, rows, columns }: Block,
  height: number,
  target: Numbers,
): void {
  for (let first = 0, panel = 0; first < rows; first += height, panel += height * columns) {
    const present = Math.min(height, rows - first);
    if (present < height) target.fill(0, panel, panel + height * columns);
    const start = (row + first) * rowStride + column * columnStride;
    if (columnStride === 1) {
      for (let i = 0; i < present; i++) {
        const source = start + i * rowStride;
        for (let k = 0, at = panel + i; k < columns; k++, at += height) target[at] = values[source + k];
      }
    } else {
      for (let k = 0; k < columns; k++) {
        const source = start + k * columnStride;
        const at = panel + k * height;
        for (let i = 0; i < present; i++) target[at + i] = values[source + i * rowStride];
      }
    }
  }
}

/** Sets or adds a packed block of C, whose rows are `width` long, to its place in the result. */
function unpack(
  packed: Numbers,
  width: number,
  result: Matrix,
  { row, column, rows, columns }: Block,
  isFirst: boolean,
  isSingle: boolean,
): void {
  for (let i = 0; i < rows; i++) {
    const source = i * width;
    const target = (row + i) * result.columns + column;
    if (isFirst) {
      result.values.set(packed.subarray(source, source + columns), target);
    } else {
      for (let j = 0; j < columns; j++) {
        const sum = result.values[target + j] + packed[source + j];
        result.values[target + j] = isSingle ? Math.fround(sum) : sum;
      }
    }
  }
}
