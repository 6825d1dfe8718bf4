// ln x over arrays. Accuracy: test/unit/kernels/vectorFunctions.test.ts.
import { multiplyAdd } from './multiplyAdd';
import { biasedExponent, exponent, one, series } from './ratio';

/** The least normal double, 2⁵⁴, 54; ln 2 in two parts, of which k times the first is exact for |k| < 2¹¹. */
const table = memory.data<f64>([
  2.2250738585072014e-308, 18014398509481984.0, 54.0, 0.6931471803691238, 1.9082149292705877e-10,
]);

function constant(index: usize): v128 {
  return v128.load64_splat(table + (index << 3));
}

/**
 * ln x and 1/x. With x = 2ᵏ m, f = m − 1 and s = f/(m + 1), ln m = 2 atanh s is f − s (f − 2 z T): the largest part
 * of it is exact, and the rest a fifth of it at most. Where x is subnormal, 2⁵⁴ x is taken. An even number of doubles; `slope` is 0 where none is wanted.
 */
export function log(from: usize, value: usize, slope: usize, count: i32): void {
  const infinity = f64x2.splat(Infinity);
  const zero = f64x2.splat(0);
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += 16) {
    const x = v128.load(from + at);
    const isSmall = f64x2.lt(x, constant(0));
    const scaled = v128.bitselect(f64x2.mul(x, constant(1)), x, isSmall);
    const biased = biasedExponent(scaled, one());
    const k = f64x2.sub(exponent(biased), v128.and(isSmall, constant(2)));
    // The bias is where the sign is.
    const m = f64x2.neg(i64x2.sub(scaled, i64x2.shl(biased, 52)));
    const f = f64x2.sub(m, one());
    const s = f64x2.div(f, f64x2.add(m, one()));
    const z = f64x2.mul(s, s);
    const rest = f64x2.sub(f, f64x2.mul(f64x2.add(z, z), series(z)));
    const low = f64x2.sub(f64x2.mul(k, constant(4)), f64x2.mul(s, rest));
    let sum = multiplyAdd(k, constant(3), f64x2.add(f, low));
    sum = v128.bitselect(sum, f64x2.splat(NaN), f64x2.gt(x, zero));
    sum = v128.bitselect(f64x2.neg(infinity), sum, f64x2.eq(x, zero));
    sum = v128.bitselect(x, sum, f64x2.eq(x, infinity));
    v128.store(value + at, sum);
    if (slope !== 0) v128.store(slope + at, f64x2.div(one(), x));
  }
}
