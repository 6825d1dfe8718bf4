// A tile of a product, in registers: what all products of matrices come down to.

/**
 * Rows of a tile: 6 × 4 sums take 12 of the 16 vector registers where one instruction multiplies and adds; without it
 * the product needs a register of its own, and 4 × 4 leave room.
 */
export const tileRows: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;
export const tileColumns: i32 = 4;

/** Bytes that a panel of A and one of B take for each k. */
export const depthOfA: usize = (<usize>tileRows) << 3;
export const depthOfB: usize = (<usize>tileColumns) << 3;

export function addProduct(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, sum);
  return f64x2.add(sum, f64x2.mul(a, b));
}

/**
 * C ← A B. `panelOfA` has `tileRows` rows, `panelOfB` `tileColumns` columns, the entries of one k together in both.
 * A row of C begins `rowOfC` bytes after the one before it.
 */
export function tile(panelOfA: usize, panelOfB: usize, c: usize, rowOfC: usize, depth: i32): void {
  let a = panelOfA;
  let b = panelOfB;
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
  for (let k = depth; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    c00 = addProduct(x, b0, c00);
    c01 = addProduct(x, b1, c01);
    x = v128.load64_splat(a, 8);
    c10 = addProduct(x, b0, c10);
    c11 = addProduct(x, b1, c11);
    x = v128.load64_splat(a, 16);
    c20 = addProduct(x, b0, c20);
    c21 = addProduct(x, b1, c21);
    x = v128.load64_splat(a, 24);
    c30 = addProduct(x, b0, c30);
    c31 = addProduct(x, b1, c31);
    if (ASC_FEATURE_RELAXED_SIMD) {
      x = v128.load64_splat(a, 32);
      c40 = addProduct(x, b0, c40);
      c41 = addProduct(x, b1, c41);
      x = v128.load64_splat(a, 40);
      c50 = addProduct(x, b0, c50);
      c51 = addProduct(x, b1, c51);
    }
    a += depthOfA;
    b += depthOfB;
  }
  let at = storeRow(c, rowOfC, c00, c01);
  at = storeRow(at, rowOfC, c10, c11);
  at = storeRow(at, rowOfC, c20, c21);
  at = storeRow(at, rowOfC, c30, c31);
  if (ASC_FEATURE_RELAXED_SIMD) {
    at = storeRow(at, rowOfC, c40, c41);
    storeRow(at, rowOfC, c50, c51);
  }
}

/** Answers where the next row begins. */
function storeRow(at: usize, rowOfC: usize, left: v128, right: v128): usize {
  v128.store(at, left);
  v128.store(at, right, 16);
  return at + rowOfC;
}
