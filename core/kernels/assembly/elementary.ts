// exp, expm1 and log1p of two doubles at once, for the functions over arrays.
import { multiplyAdd } from './multiplyAdd';
import { series } from './ratio';

/**
 * Constants, which are twice as fast from memory as from the code. The first eleven are (eʳ − 1 − r)/r² for
 * |r| ≤ ½ ln 2, its interpolant at the nodes of Chebyshev, within 2⁻⁵⁸ of it.
 */
const table = memory.data<f64>([
  0.5,
  0.1666666666666667,
  0.04166666666666667,
  0.008333333333326136,
  0.0013888888888883748,
  0.00019841269874820627,
  2.4801587325547743e-5,
  2.7557255400206422e-6,
  2.75572736431103e-7,
  2.5105217004720745e-8,
  2.0914686968086876e-9,
  // 1/ln 2, and minus ln 2 in two parts: n times the first is exact for |n| < 2¹¹.
  Math.LOG2E,
  -0.6931471803691238,
  -1.9082149292705877e-10,
  // 1, ½, 2⁵² + 1023, √2 − 1, ln 2, and the last arguments of which the power is neither 0 nor ∞.
  1.0,
  0.5,
  4503599627371519.0,
  0.41421356237309503,
  Math.LN2,
  -745.2,
  710.0,
]);

function constant(index: usize): v128 {
  return v128.load64_splat(table + (index << 3));
}

/** 1, from memory. */
export function unity(): v128 {
  return constant(14);
}

/** n of x = n ln 2 + r with |r| ≤ ½ ln 2, rounded to nearest. */
function exponentOf(x: v128): v128 {
  return f64x2.nearest(f64x2.mul(x, constant(11)));
}

function remainderOf(x: v128, n: v128): v128 {
  return multiplyAdd(n, constant(13), multiplyAdd(n, constant(12), x));
}

/** eʳ − 1 for |r| ≤ ½ ln 2, in pairs of terms, which wait less for each other. */
function smallExpm1(r: v128): v128 {
  const square = f64x2.mul(r, r);
  const fourth = f64x2.mul(square, square);
  const first = multiplyAdd(
    multiplyAdd(constant(3), r, constant(2)),
    square,
    multiplyAdd(constant(1), r, constant(0)),
  );
  const second = multiplyAdd(
    multiplyAdd(constant(7), r, constant(6)),
    square,
    multiplyAdd(constant(5), r, constant(4)),
  );
  const third = multiplyAdd(multiplyAdd(constant(10), r, constant(9)), r, constant(8));
  const tail = multiplyAdd(multiplyAdd(third, fourth, second), fourth, first);
  return multiplyAdd(square, tail, r);
}

/** 2ⁿ for integers −1022 ≤ n ≤ 1023, made from its bits: n + 1023 stands in the low bits of n + 2⁵² + 1023. */
function powerOfTwo(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, constant(16)), 52);
}

/** 2ⁿ (1 + m), in two factors so that subnormal results are rounded once. */
function scaledPower(m: v128, n: v128): v128 {
  // Half of n, rounded towards zero: both factors are normal for −1075 ≤ n ≤ 1024.
  const half = f64x2.trunc(f64x2.mul(n, constant(15)));
  return f64x2.mul(f64x2.mul(f64x2.add(m, constant(14)), powerOfTwo(half)), powerOfTwo(f64x2.sub(n, half)));
}

/** eˣ of every double; NaN for NaN. */
export function expOf(x: v128): v128 {
  const within = f64x2.pmax(f64x2.pmin(x, constant(20)), constant(19));
  const n = exponentOf(within);
  return scaledPower(smallExpm1(remainderOf(within, n)), n);
}

/** eˣ − 1 for −40 ≤ x ≤ 0. */
export function expm1OfNegative(x: v128): v128 {
  const n = exponentOf(x);
  const scale = powerOfTwo(n);
  return multiplyAdd(scale, smallExpm1(remainderOf(x, n)), f64x2.sub(scale, constant(14)));
}

/**
 * ln(1 + u) for 0 ≤ u ≤ 1. Above √2 − 1 it is ln 2 + ln(1 + f) with f = (u − 1)/2. With s = f/(2 + f),
 * ln(1 + f) = 2 atanh s = f − s (f − 2 z T), where |s| ≤ 0.1716.
 */
export function log1pOfFraction(u: v128): v128 {
  const one = constant(14);
  const isLarge = f64x2.gt(u, constant(17));
  const f = v128.bitselect(f64x2.mul(f64x2.sub(u, one), constant(15)), u, isLarge);
  const s = f64x2.div(f, f64x2.add(f64x2.add(f, one), one));
  const z = f64x2.mul(s, s);
  const rest = f64x2.sub(f, f64x2.mul(f64x2.add(z, z), series(z)));
  return f64x2.add(v128.and(isLarge, constant(18)), f64x2.sub(f, f64x2.mul(s, rest)));
}
