// p/q of two positive doubles as 2ᵏ times a ratio near 1, and logarithms by the series of atanh. With y = 2ᵏ q, s =
// (p − y)/(p + y) and z = s², ln(p/q) = k ln 2 + 2 atanh s, atanh s = s (1 + z T(z)). p − y is exact, because p is
// within a factor of two of y, and there is one division.
import { multiplyAdd } from './multiplyAdd';

/**
 * Constants, which are faster from memory than from the code. T is its interpolant at the nodes of Chebyshev on
 * [0, 0.0401], within 2⁻⁵⁶.
 */
const table = memory.data<f64>([
  0.3333333333333333,
  0.2000000000000397,
  0.14285714283637968,
  0.11111111524175794,
  0.09090868813151469,
  0.07694433902806859,
  0.06604854121029731,
  0.06804515131429249,
  // ln 2, 2⁵², 2⁵² + 2048, 1, and the double whose bits are those of 2048.5 exponents.
  Math.LN2,
  4503599627370496.0,
  4503599627372544.0,
  1.0,
  -1.1125369292536007e-308,
]);

function constant(index: usize): v128 {
  return v128.load64_splat(table + (index << 3));
}

/** T(z), in pairs of terms, which wait less for each other. */
export function series(z: v128): v128 {
  const square = f64x2.mul(z, z);
  const first = multiplyAdd(
    multiplyAdd(constant(3), z, constant(2)),
    square,
    multiplyAdd(constant(1), z, constant(0)),
  );
  const second = multiplyAdd(
    multiplyAdd(constant(7), z, constant(6)),
    square,
    multiplyAdd(constant(5), z, constant(4)),
  );
  return multiplyAdd(second, f64x2.mul(square, square), first);
}

export function ln2(): v128 {
  return constant(8);
}

export function one(): v128 {
  return constant(11);
}

/**
 * k + 2048 as integers: the difference of the bits of p and q, rounded to whole exponents. A double's bits follow its
 * binary logarithm within 0.0861, so that p/y lies between 0.66 and 1.51, and |s| below 0.2002.
 */
export function biasedExponent(p: v128, q: v128): v128 {
  return i64x2.shr_u(i64x2.add(i64x2.sub(p, q), constant(12)), 52);
}

/** k as doubles: the integer is put into the last bits of 2⁵². */
export function exponent(biased: v128): v128 {
  return f64x2.sub(v128.or(biased, constant(9)), constant(10));
}

/** −y: the bias is where the sign is. */
export function minusScaled(q: v128, biased: v128): v128 {
  return i64x2.add(q, i64x2.shl(biased, 52));
}
