// The product of two packed blocks. Packing, and which part of which matrix a block is, is the caller's affair
// (core/kernels/product.ts): so the module needs no memory but three blocks, however large the matrices are.

/**
 * Rows of a tile that stay in registers: 6 × 4 sums take 12 of the 16 vector registers where one instruction
 * multiplies and adds; without it the product needs a register of its own, and 4 × 4 leave room.
 */
export const tileRows: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;
export const tileColumns: i32 = 4;

export function addProduct(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, sum);
  return f64x2.add(sum, f64x2.mul(a, b));
}

/**
 * C = A B. A is packed in panels of `tileRows` rows, depth-major within a panel; B in panels of
 * `tileColumns` columns likewise; C is row-major with `panelsOfB · tileColumns` columns, and overwritten.
 */
export function product(a: usize, b: usize, c: usize, panelsOfA: i32, panelsOfB: i32, depth: i32): void {
  const panelA = (<usize>(depth * tileRows)) << 3;
  const panelB = (<usize>(depth * tileColumns)) << 3;
  const rowOfC = (<usize>(panelsOfB * tileColumns)) << 3;
  for (let j = 0; j < panelsOfB; j++) {
    const bAt = b + <usize>j * panelB;
    for (let i = 0; i < panelsOfA; i++) {
      const aAt = a + <usize>i * panelA;
      const cAt = c + <usize>(i * tileRows) * rowOfC + ((<usize>(j * tileColumns)) << 3);
      tile(aAt, bAt, cAt, rowOfC, depth);
    }
  }
}

/** One tile of C: a panel of A times a panel of B. */
export function tile(panelOfA: usize, panelOfB: usize, c: usize, rowOfC: usize, depth: i32): void {
  if (ASC_FEATURE_RELAXED_SIMD) tileOf6(panelOfA, panelOfB, c, rowOfC, depth);
  else tileOf4(panelOfA, panelOfB, c, rowOfC, depth);
}

function tileOf6(panelOfA: usize, panelOfB: usize, c: usize, rowOfC: usize, depth: i32): void {
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
    x = v128.load64_splat(a, 32);
    c40 = addProduct(x, b0, c40);
    c41 = addProduct(x, b1, c41);
    x = v128.load64_splat(a, 40);
    c50 = addProduct(x, b0, c50);
    c51 = addProduct(x, b1, c51);
    a += 48;
    b += 32;
  }
  storeRow(c, c00, c01);
  storeRow(c + rowOfC, c10, c11);
  storeRow(c + 2 * rowOfC, c20, c21);
  storeRow(c + 3 * rowOfC, c30, c31);
  storeRow(c + 4 * rowOfC, c40, c41);
  storeRow(c + 5 * rowOfC, c50, c51);
}

function tileOf4(panelOfA: usize, panelOfB: usize, c: usize, rowOfC: usize, depth: i32): void {
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
    a += 32;
    b += 32;
  }
  storeRow(c, c00, c01);
  storeRow(c + rowOfC, c10, c11);
  storeRow(c + 2 * rowOfC, c20, c21);
  storeRow(c + 3 * rowOfC, c30, c31);
}

function storeRow(at: usize, left: v128, right: v128): void {
  v128.store(at, left);
  v128.store(at, right, 16);
}
