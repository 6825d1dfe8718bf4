// Activations with their derivatives, over arrays of an even length: one pass computes both from the same power. `slope`
// is 0 where none is wanted. NaN passes through. Accuracy: test/unit/kernels/vectorFunctions.test.ts.
import { expm1OfNegative, expOf, log1pOfFraction, unity } from './elementary';

function minusSize(x: v128): v128 {
  return f64x2.neg(f64x2.abs(x));
}

/** σ(x) and σ′(x) = σ(x) σ(−x), in the power that does not overflow. */
export function sigmoid(from: usize, value: usize, slope: usize, count: i32): void {
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += 16) {
    const x = v128.load(from + at);
    const power = expOf(minusSize(x));
    const share = f64x2.div(unity(), f64x2.add(unity(), power));
    const isNegative = f64x2.lt(x, f64x2.splat(0));
    v128.store(value + at, f64x2.mul(share, v128.bitselect(power, unity(), isNegative)));
    if (slope !== 0) v128.store(slope + at, f64x2.mul(f64x2.mul(power, share), share));
  }
}

/**
 * ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), with the slope σ(x). Powers first and logarithms after, because a processor
 * looks a few hundred instructions ahead: in one pass it would wait for each of the two.
 */
export function softplus(from: usize, value: usize, slope: usize, count: i32): void {
  const end = (<usize>count) << 3;
  if (slope === 0) {
    for (let at: usize = 0; at < end; at += 16) {
      const x = v128.load(from + at);
      v128.store(value + at, softplusOf(x, expOf(minusSize(x))));
    }
    return;
  }
  for (let at: usize = 0; at < end; at += 16) v128.store(slope + at, expOf(minusSize(v128.load(from + at))));
  for (let at: usize = 0; at < end; at += 16) {
    const x = v128.load(from + at);
    const power = v128.load(slope + at);
    v128.store(value + at, softplusOf(x, power));
    const share = f64x2.div(unity(), f64x2.add(unity(), power));
    const isNegative = f64x2.lt(x, f64x2.splat(0));
    v128.store(slope + at, f64x2.mul(share, v128.bitselect(power, unity(), isNegative)));
  }
}

function softplusOf(x: v128, power: v128): v128 {
  return f64x2.add(f64x2.pmax(x, f64x2.splat(0)), log1pOfFraction(power));
}

/** From here on tanh is 1 among the doubles. */
const saturated: f64 = 20.0;

/** tanh x = −m/(m + 2) with m = e^−2|x| − 1, and its slope (1 − t)(1 + t) = 4 e^−2|x| / (1 + e^−2|x|)². */
export function tanh(from: usize, value: usize, slope: usize, count: i32): void {
  const one = f64x2.splat(1);
  const two = f64x2.splat(2);
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += 16) {
    const x = v128.load(from + at);
    const doubled = f64x2.mul(minusSize(x), two);
    const less = expm1OfNegative(f64x2.pmax(doubled, f64x2.splat(-2 * saturated)));
    const size = f64x2.div(f64x2.neg(less), f64x2.add(less, two));
    v128.store(value + at, v128.or(f64x2.abs(size), v128.and(x, f64x2.splat(-0.0))));
    if (slope === 0) continue;
    const power = expOf(doubled);
    const share = f64x2.div(two, f64x2.add(one, power));
    v128.store(slope + at, f64x2.mul(f64x2.mul(power, share), share));
  }
}
