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
 * C ← A B, or D + A B where D is not 0, for one panel of A and `count` of B. `panelOfA` has `tileRows` rows, of which the
 * first `present` are there, a panel of B `tileColumns` columns, the entries of one k together in both; `depth` is one at
 * least. In bytes: a panel of B begins `panelOfB` after the one before it, a tile of D `stepOfD`, a row of it `rowOfD`,
 * and of C likewise; both have room for all rows.
 */
export function tiles(
  panelOfA: usize,
  b: usize,
  panelOfB: usize,
  count: i32,
  d: usize,
  stepOfD: usize,
  rowOfD: usize,
  c: usize,
  stepOfC: usize,
  rowOfC: usize,
  depth: i32,
  present: i32,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && present > 4)
    multiplyRows<SixRows>(panelOfA, b, panelOfB, count, d, stepOfD, rowOfD, c, stepOfC, rowOfC, depth);
  else multiplyRows<FourRows>(panelOfA, b, panelOfB, count, d, stepOfD, rowOfD, c, stepOfC, rowOfC, depth);
}

/** How many rows a loop has in its registers, which the compiler is to know: a loop for both takes a fiftieth longer. */
class SixRows {}
class FourRows {}

function multiplyRows<Rows>(
  panelOfA: usize,
  b: usize,
  panelOfB: usize,
  count: i32,
  d: usize,
  stepOfD: usize,
  rowOfD: usize,
  c: usize,
  stepOfC: usize,
  rowOfC: usize,
  depth: i32,
): void {
  const bytes = depthOfA * <usize>depth;
  let bAt = b;
  let dAt = d;
  let cAt = c;
  for (let i = 0; i < count; i++, bAt += panelOfB, dAt += stepOfD, cAt += stepOfC) {
    let a = panelOfA;
    let next = bAt;
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
    const end = a + bytes;
    do {
      // Written out by build/writtenOut.mjs: what counts and what looks for the end takes a fifth of the instructions of a
      // loop that does one turn, and where another program runs on the same core, instructions are what is scarce. Without
      // the way out of each turn the optimiser would multiply for two at once, which leaves too few registers.
      for (let turn: usize = 0; turn < 8; turn++) {
        const b0 = v128.load(next, turn * depthOfB);
        const b1 = v128.load(next, turn * depthOfB + 16);
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
        if (a === end) break;
      }
      next += 8 * depthOfB;
    } while (a !== end);
    // Not a function of a row: calls took a fiftieth of the tile.
    if (d !== 0) {
      let from = dAt;
      c00 = v128.add<Element>(v128.load(from), c00);
      c01 = v128.add<Element>(v128.load(from, 16), c01);
      from += rowOfD;
      c10 = v128.add<Element>(v128.load(from), c10);
      c11 = v128.add<Element>(v128.load(from, 16), c11);
      from += rowOfD;
      c20 = v128.add<Element>(v128.load(from), c20);
      c21 = v128.add<Element>(v128.load(from, 16), c21);
      from += rowOfD;
      c30 = v128.add<Element>(v128.load(from), c30);
      c31 = v128.add<Element>(v128.load(from, 16), c31);
      if (idof<Rows>() === idof<SixRows>()) {
        from += rowOfD;
        c40 = v128.add<Element>(v128.load(from), c40);
        c41 = v128.add<Element>(v128.load(from, 16), c41);
        from += rowOfD;
        c50 = v128.add<Element>(v128.load(from), c50);
        c51 = v128.add<Element>(v128.load(from, 16), c51);
      }
    }
    let to = cAt;
    v128.store(to, c00);
    v128.store(to, c01, 16);
    to += rowOfC;
    v128.store(to, c10);
    v128.store(to, c11, 16);
    to += rowOfC;
    v128.store(to, c20);
    v128.store(to, c21, 16);
    to += rowOfC;
    v128.store(to, c30);
    v128.store(to, c31, 16);
    if (idof<Rows>() === idof<SixRows>()) {
      to += rowOfC;
      v128.store(to, c40);
      v128.store(to, c41, 16);
      to += rowOfC;
      v128.store(to, c50);
      v128.store(to, c51, 16);
    }
  }
}
