// eˣ over arrays, alone and as the powers of a softmax. Accuracy: test/unit/kernels/vectorFunctions.test.ts.
import { expOf } from './elementary';

/** eˣ, which is its own slope; `slope` is 0 where none is wanted. An even number of doubles. */
export function exp(from: usize, value: usize, slope: usize, count: i32): void {
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += 16) {
    const power = expOf(v128.load(from + at));
    v128.store(value + at, power);
    if (slope !== 0) v128.store(slope + at, power);
  }
}

/** e^(x − shift) in the place of x, and their sum. An even number of doubles. */
export function powers(x: usize, shift: f64, count: i32): f64 {
  const away = f64x2.splat(shift);
  let sum = f64x2.splat(0);
  for (let at = x, end = x + ((<usize>count) << 3); at < end; at += 16) {
    const power = expOf(f64x2.sub(v128.load(at), away));
    v128.store(at, power);
    sum = f64x2.add(sum, power);
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
