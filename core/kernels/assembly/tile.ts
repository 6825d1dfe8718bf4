// A tile of a product, in registers: what all products of matrices come down to.

/**
 * Rows of a tile: 6 × 4 sums, 6 × 8 of float32, take 12 of the 16 vector registers where one instruction multiplies and adds; without it
 * the product needs a register of its own, and 4 × 4 leave room.
 */
export const tileRows: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;
export const tileColumns: i32 = 32 / sizeof<Element>();

/** Bytes that a panel of A and one of B take for each k. */
export const depthOfA: usize = (<usize>tileRows) << alignof<Element>();
export const depthOfB: usize = 32;

export function addProduct(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<Element>(a, b, sum);
  return v128.add<Element>(sum, v128.mul<Element>(a, b));
}

/**
 * C ← A B, or C + A B where `isSum`. `panelOfA` has `tileRows` rows, of which the first `present` are there, `panelOfB`
 * `tileColumns` columns, the entries of one k together in both; `depth` is one at least. A row of C begins `rowOfC`
 * bytes after the one before it, and has room for all rows.
 */
export function tile(
  panelOfA: usize,
  panelOfB: usize,
  c: usize,
  rowOfC: usize,
  depth: i32,
  present: i32,
  isSum: bool,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && present > 4)
    multiplyRows<SixRows>(panelOfA, panelOfB, c, rowOfC, depth, isSum);
  else multiplyRows<FourRows>(panelOfA, panelOfB, c, rowOfC, depth, isSum);
}

/** How many rows a loop has in its registers, which the compiler is to know: a loop for both takes a fiftieth longer. */
class SixRows {}
class FourRows {}

function multiplyRows<Rows>(
  panelOfA: usize,
  panelOfB: usize,
  c: usize,
  rowOfC: usize,
  depth: i32,
  isSum: bool,
): void {
  let a = panelOfA;
  let b = panelOfB;
  const zero = v128.splat<Element>(0);
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
  const end = b + depthOfB * <usize>depth;
  // With its end below, and nothing counted but addresses, V8 takes several turns of this loop in one; turns written out it
  // would not keep in the registers.
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<Element>(a);
    c00 = addProduct(x, b0, c00);
    c01 = addProduct(x, b1, c01);
    x = v128.load_splat<Element>(a, 1 * sizeof<Element>());
    c10 = addProduct(x, b0, c10);
    c11 = addProduct(x, b1, c11);
    x = v128.load_splat<Element>(a, 2 * sizeof<Element>());
    c20 = addProduct(x, b0, c20);
    c21 = addProduct(x, b1, c21);
    x = v128.load_splat<Element>(a, 3 * sizeof<Element>());
    c30 = addProduct(x, b0, c30);
    c31 = addProduct(x, b1, c31);
    if (idof<Rows>() === idof<SixRows>()) {
      x = v128.load_splat<Element>(a, 4 * sizeof<Element>());
      c40 = addProduct(x, b0, c40);
      c41 = addProduct(x, b1, c41);
      x = v128.load_splat<Element>(a, 5 * sizeof<Element>());
      c50 = addProduct(x, b0, c50);
      c51 = addProduct(x, b1, c51);
    }
    a += depthOfA;
    b += depthOfB;
  } while (b !== end);
  let at = putRow(c, rowOfC, c00, c01, isSum);
  at = putRow(at, rowOfC, c10, c11, isSum);
  at = putRow(at, rowOfC, c20, c21, isSum);
  at = putRow(at, rowOfC, c30, c31, isSum);
  if (idof<Rows>() === idof<FourRows>()) return;
  at = putRow(at, rowOfC, c40, c41, isSum);
  putRow(at, rowOfC, c50, c51, isSum);
}

/** Answers where the next row begins. */
function putRow(at: usize, rowOfC: usize, left: v128, right: v128, isSum: bool): usize {
  v128.store(at, isSum ? v128.add<Element>(v128.load(at), left) : left);
  v128.store(at, isSum ? v128.add<Element>(v128.load(at, 16), right) : right, 16);
  return at + rowOfC;
}
