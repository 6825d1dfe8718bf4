import { createMatrix, type Matrix } from '../../core/matrix';
import type { WireBlock, WrittenBlock } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';

/** A matrix whose numbers stand in the text: as written, and where. Row-major like its values. */
export interface WrittenMatrix extends Matrix {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function decodeBlock(block: WireBlock): Matrix;
export function decodeBlock(block: WireBlock | null): Matrix | null;
export function decodeBlock(block: WireBlock | null): Matrix | null {
  return block === null ? null : createMatrix(block.rows, block.columns, block.values.map(fromWire));
}

export function decodeWritten(block: WrittenBlock): WrittenMatrix;
export function decodeWritten(block: WrittenBlock | null): WrittenMatrix | null;
export function decodeWritten(block: WrittenBlock | null): WrittenMatrix | null {
  if (block === null) return null;
  return { ...decodeBlock(block), texts: block.texts, starts: block.starts, ends: block.ends };
}

/** Entry (row, column), NaN where there is none. */
export function entry(matrix: Matrix | null, row: number, column: number): number {
  return matrix?.values[row * matrix.columns + column] ?? Number.NaN;
}

/** The largest finite size among the numbers, 0 for none. */
export function largestSize(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && Number.isFinite(size)) largest = size;
  }
  return largest;
}
