// The product of two packed blocks. Packing, and which part of which matrix a block is, is the caller's affair
// (core/kernels/blockProduct.ts): so the module needs no memory but three blocks, however large the matrices are.
import { depthOfA, depthOfB, tileRows, tiles } from './tile';

/**
 * C = A B. A is packed in panels of `tileRows` rows, depth-major within a panel; B in panels of
 * `tileColumns` columns likewise; C is row-major with the columns of so many panels, and overwritten.
 */
export function product(a: usize, b: usize, c: usize, panelsOfA: i32, panelsOfB: i32, depth: i32): void {
  const panelA = depthOfA * <usize>depth;
  const panelB = depthOfB * <usize>depth;
  const rowOfC = depthOfB * <usize>panelsOfB;
  for (let j = 0; j < panelsOfB; j++) {
    const bAt = b + <usize>j * panelB;
    for (let i = 0; i < panelsOfA; i++) {
      const aAt = a + <usize>i * panelA;
      const cAt = c + <usize>(i * tileRows) * rowOfC + depthOfB * <usize>j;
      tiles(aAt, bAt, panelB, 1, 0, 0, 0, cAt, 0, rowOfC, depth, tileRows);
    }
  }
}
