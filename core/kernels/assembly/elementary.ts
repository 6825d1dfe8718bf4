// exp, expm1 and log1p of two doubles at once, for the functions of `activations.ts`.
// Polynomial constants stand in the code; the compiler keeps them in registers.

/** ln 2 in two parts; n · ln2High is exact for |n| < 2¹¹. */
const ln2High: f64 = 0.6931471803691238;
const ln2Low: f64 = 1.9082149292705877e-10;

export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(f64x2.mul(a, b), c);
}

/** n of x = n ln 2 + r with |r| ≤ ½ ln 2, rounded to nearest. */
export function exponentOf(x: v128): v128 {
  return f64x2.nearest(f64x2.mul(x, f64x2.splat(Math.LOG2E)));
}

export function remainderOf(x: v128, n: v128): v128 {
  const high = multiplyAdd(n, f64x2.splat(-ln2High), x);
  return multiplyAdd(n, f64x2.splat(-ln2Low), high);
}

/** (eʳ − 1 − r)/r² for |r| ≤ ½ ln 2: its Taylor series, whose first term left out is below 2⁻⁶⁰ of the sum. */
function tail(r: v128): v128 {
  let sum = f64x2.splat(1.0 / 87178291200.0);
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 6227020800.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 479001600.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 39916800.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 3628800.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 362880.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 40320.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 5040.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 720.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 120.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 24.0));
  sum = multiplyAdd(sum, r, f64x2.splat(1.0 / 6.0));
  return multiplyAdd(sum, r, f64x2.splat(0.5));
}

/** eʳ − 1 for |r| ≤ ½ ln 2. */
export function smallExpm1(r: v128): v128 {
  return multiplyAdd(f64x2.mul(r, r), tail(r), r);
}

/** 2ⁿ for integers −1022 ≤ n ≤ 1023, made from its bits: n + 1023 stands in the low bits of n + 2⁵² + 1023. */
function powerOfTwo(n: v128): v128 {
  const shifted = f64x2.add(n, f64x2.splat(4503599627370496.0 + 1023.0));
  return i64x2.shl(shifted, 52);
}

/** eˣ for −745.2 ≤ x ≤ 0, in two factors so that subnormal results are rounded once. */
export function expOfNegative(x: v128): v128 {
  const n = exponentOf(x);
  const value = f64x2.add(smallExpm1(remainderOf(x, n)), f64x2.splat(1));
  // Half of n, rounded towards zero: both factors are normal for n ≥ −1075.
  const half = f64x2.trunc(f64x2.mul(n, f64x2.splat(0.5)));
  return f64x2.mul(f64x2.mul(value, powerOfTwo(half)), powerOfTwo(f64x2.sub(n, half)));
}

/** eˣ − 1 for −40 ≤ x ≤ 0. */
export function expm1OfNegative(x: v128): v128 {
  const n = exponentOf(x);
  const scale = powerOfTwo(n);
  return multiplyAdd(scale, smallExpm1(remainderOf(x, n)), f64x2.sub(scale, f64x2.splat(1)));
}

/**
 * ln(1 + u) for 0 ≤ u ≤ 1. Above √2 − 1 it is ln 2 + ln(1 + f) with f = (u − 1)/2. With s = f/(2 + f),
 * ln(1 + f) = f − s (f − R), R = 2(s²/3 + s⁴/5 + …), where |s| ≤ 0.1716.
 */
export function log1pOfFraction(u: v128): v128 {
  const isLarge = f64x2.gt(u, f64x2.splat(0.41421356237309503));
  const halved = f64x2.mul(f64x2.sub(u, f64x2.splat(1)), f64x2.splat(0.5));
  const f = v128.bitselect(halved, u, isLarge);
  const s = f64x2.div(f, f64x2.add(f, f64x2.splat(2)));
  const z = f64x2.mul(s, s);
  let sum = f64x2.splat(2.0 / 23.0);
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 21.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 19.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 17.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 15.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 13.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 11.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 9.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 7.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 5.0));
  sum = multiplyAdd(sum, z, f64x2.splat(2.0 / 3.0));
  const small = f64x2.sub(f, f64x2.mul(s, f64x2.sub(f, f64x2.mul(z, sum))));
  const shift = v128.and(isLarge, f64x2.splat(Math.LN2));
  return f64x2.add(shift, small);
}
