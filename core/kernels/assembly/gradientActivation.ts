// φ and φ′ of samples in panels, and the loss that needs no one else.
import {
  activationAt,
  deltaAt,
  divisorAt,
  fanOutAt,
  foreignCode,
  identityCode,
  lossAt,
  outputAt,
  reluCode,
  samplesAt,
  sigmoidCode,
  slopeAt,
  softplusCode,
  tanhCode,
  targetAt,
} from '../gradientLayout';
import { sigmoid, softplus, tanh } from './activations';
import { address, doubles, word } from './gradientMemory';

/** s becomes o, with φ′(s) beside it: `count` doubles from an offset. An odd count may write one double more. */
export function activateRange(layer: usize, offset: usize, count: i32): void {
  const value = address(layer + outputAt) + offset;
  const slope = address(layer + slopeAt) + offset;
  const even = (count + 1) & ~1;
  switch (word(layer + activationAt)) {
    case reluCode:
      relu(value, slope, even);
      break;
    case sigmoidCode:
      sigmoid(value, value, slope, even);
      break;
    case tanhCode:
      tanh(value, value, slope, even);
      break;
    case softplusCode:
      softplus(value, value, slope, even);
      break;
    case identityCode:
    case foreignCode:
      break;
  }
}

/** max(0, x), with the slope 0 at 0; NaN passes through both. */
function relu(value: usize, slope: usize, count: i32): void {
  const zero = f64x2.splat(0);
  for (let at: usize = 0, end = doubles(count); at < end; at += 16) {
    const x = v128.load(value + at);
    const noNumber = v128.and(f64x2.ne(x, x), x);
    v128.store(slope + at, v128.or(v128.and(f64x2.gt(x, zero), f64x2.splat(1)), noNumber));
    v128.store(value + at, f64x2.max(zero, x));
  }
}

/** The loss ½ Σ (o − y)² over its divisor, with ∂L/∂o where δ will be. The sum is compensated. */
export function compareWithTarget(layer: usize): void {
  const divisor = load<f64>(divisorAt);
  const output = address(layer + outputAt);
  const target = address(targetAt);
  const delta = address(layer + deltaAt);
  const end = doubles(word(samplesAt) * word(layer + fanOutAt));
  let sum: f64 = 0;
  let lost: f64 = 0;
  for (let at: usize = 0; at < end; at += 8) {
    const difference = load<f64>(output + at) - load<f64>(target + at);
    store<f64>(delta + at, difference / divisor);
    // Squares are not negative: the larger of two is known, and no size is asked for.
    const square = difference * difference;
    const next = sum + square;
    lost += sum >= square ? sum - next + square : square - next + sum;
    sum = next;
  }
  store<f64>(lossAt, (0.5 * (Math.abs(sum) < Infinity ? sum + lost : sum)) / divisor);
}
