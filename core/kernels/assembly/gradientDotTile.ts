// A tile of X Wᵀ. Both matrices have the sum's index along their rows, so W is read where it stands: a weight is used
// once a sample, and packing it would cost a tenth of the product.
import { addProduct } from './product';

/**
 * Writes `tileRows` × 2 sums, row-major. `x` is a panel of `packSourcePanels`, `w0` and `w1` are rows of W. The sums
 * of even and of odd columns meet at the end, whatever the tile: an entry's bits depend on its row and column alone.
 * `depth` is even.
 */
export function dotTile(x: usize, w0: usize, w1: usize, depth: i32, sums: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) dotTileOf6(x, w0, w1, depth, sums);
  else dotTileOf4(x, w0, w1, depth, sums);
}

function storeSums(at: usize, left: v128, right: v128): void {
  const even = v128.shuffle<f64>(left, right, 0, 2);
  const odd = v128.shuffle<f64>(left, right, 1, 3);
  v128.store(at, f64x2.add(even, odd));
}

function dotTileOf6(panel: usize, row0: usize, row1: usize, depth: i32, sums: usize): void {
  let x = panel;
  let w0 = row0;
  let w1 = row1;
  const zero = f64x2.splat(0);
  let c00 = zero;
  let c01 = zero;
  let c10 = zero;
  let c11 = zero;
  let c20 = zero;
  let c21 = zero;
  let c30 = zero;
  let c31 = zero;
  let c40 = zero;
  let c41 = zero;
  let c50 = zero;
  let c51 = zero;
  for (let pairs = depth >> 1; pairs > 0; pairs--) {
    const b0 = v128.load(w0);
    const b1 = v128.load(w1);
    let a = v128.load(x);
    c00 = addProduct(a, b0, c00);
    c01 = addProduct(a, b1, c01);
    a = v128.load(x, 16);
    c10 = addProduct(a, b0, c10);
    c11 = addProduct(a, b1, c11);
    a = v128.load(x, 32);
    c20 = addProduct(a, b0, c20);
    c21 = addProduct(a, b1, c21);
    a = v128.load(x, 48);
    c30 = addProduct(a, b0, c30);
    c31 = addProduct(a, b1, c31);
    a = v128.load(x, 64);
    c40 = addProduct(a, b0, c40);
    c41 = addProduct(a, b1, c41);
    a = v128.load(x, 80);
    c50 = addProduct(a, b0, c50);
    c51 = addProduct(a, b1, c51);
    x += 96;
    w0 += 16;
    w1 += 16;
  }
  storeSums(sums, c00, c01);
  storeSums(sums + 16, c10, c11);
  storeSums(sums + 32, c20, c21);
  storeSums(sums + 48, c30, c31);
  storeSums(sums + 64, c40, c41);
  storeSums(sums + 80, c50, c51);
}

function dotTileOf4(panel: usize, row0: usize, row1: usize, depth: i32, sums: usize): void {
  let x = panel;
  let w0 = row0;
  let w1 = row1;
  const zero = f64x2.splat(0);
  let c00 = zero;
  let c01 = zero;
  let c10 = zero;
  let c11 = zero;
  let c20 = zero;
  let c21 = zero;
  let c30 = zero;
  let c31 = zero;
  for (let pairs = depth >> 1; pairs > 0; pairs--) {
    const b0 = v128.load(w0);
    const b1 = v128.load(w1);
    let a = v128.load(x);
    c00 = addProduct(a, b0, c00);
    c01 = addProduct(a, b1, c01);
    a = v128.load(x, 16);
    c10 = addProduct(a, b0, c10);
    c11 = addProduct(a, b1, c11);
    a = v128.load(x, 32);
    c20 = addProduct(a, b0, c20);
    c21 = addProduct(a, b1, c21);
    a = v128.load(x, 48);
    c30 = addProduct(a, b0, c30);
    c31 = addProduct(a, b1, c31);
    x += 64;
    w0 += 16;
    w1 += 16;
  }
  storeSums(sums, c00, c01);
  storeSums(sums + 16, c10, c11);
  storeSums(sums + 32, c20, c21);
  storeSums(sums + 48, c30, c31);
}
