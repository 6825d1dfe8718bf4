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
import { address, bytesOf, room, word } from './gradientMemory';

/** s becomes o, with φ′(s) beside it: `count` numbers from an offset. A count that fills no vector may write some more. */
export function activateRange(layer: usize, offset: usize, count: i32): void {
  const value = address(layer + outputAt) + offset;
  const slope = address(layer + slopeAt) + offset;
  const even = (count + 1) & ~1;
  const activation = word(layer + activationAt);
  if (activation === reluCode) relu(value, slope, count);
  else if (sizeof<Element>() === 8) activateDoubles(activation, value, slope, even);
  else activateSingles(activation, value, slope, even);
}

/** Numbers that are made doubles at once, with their values and slopes: 12 kB. */
const singlesAtOnce: i32 = 512;

/** By way of doubles, each result rounded once: an even number. */
function activateSingles(activation: i32, value: usize, slope: usize, count: i32): void {
  if (activation === identityCode || activation === foreignCode) return;
  const slopes = room + ((<usize>singlesAtOnce) << 3);
  for (let first = 0; first < count; first += singlesAtOnce) {
    const length = min(singlesAtOnce, count - first);
    const values = value + bytesOf(first);
    const end = room + ((<usize>length) << 3);
    for (let at = room, from = values; at < end; at += 16, from += 8)
      v128.store(at, f64x2.promote_low_f32x4(v128.load64_zero(from)));
    activateDoubles(activation, room, slopes, length);
    for (
      let at = room, to = values, slopeTo = slope + bytesOf(first);
      at < end;
      at += 16, to += 8, slopeTo += 8
    ) {
      v128.store_lane<f64>(to, f32x4.demote_f64x2_zero(v128.load(at)), 0);
      const steep = v128.load(at + ((<usize>singlesAtOnce) << 3));
      v128.store_lane<f64>(slopeTo, f32x4.demote_f64x2_zero(steep), 0);
    }
  }
}

function activateDoubles(activation: i32, value: usize, slope: usize, even: i32): void {
  switch (activation) {
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
  const zero = v128.splat<Element>(0);
  let at: usize = 0;
  for (const end = bytesOf(count); at + 16 <= end; at += 16) {
    const x = v128.load(value + at);
    const noNumber = v128.and(v128.ne<Element>(x, x), x);
    v128.store(slope + at, v128.or(v128.and(v128.gt<Element>(x, zero), v128.splat<Element>(1)), noNumber));
    v128.store(value + at, v128.max<Element>(zero, x));
  }
  for (const end = bytesOf(count); at < end; at += sizeof<Element>()) {
    const x = load<Element>(value + at);
    const steep: Element = x > 0 ? 1 : 0;
    store<Element>(slope + at, max<Element>(0, x) >= 0 ? steep : x);
    store<Element>(value + at, max<Element>(0, x));
  }
}

/** The loss ½ Σ (o − y)² over its divisor, with ∂L/∂o where δ will be. The sum is compensated. */
export function compareWithTarget(layer: usize): void {
  const divisor = load<f64>(divisorAt);
  const output = address(layer + outputAt);
  const target = address(targetAt);
  const delta = address(layer + deltaAt);
  const end = bytesOf(word(samplesAt) * word(layer + fanOutAt));
  let sum: f64 = 0;
  let lost: f64 = 0;
  for (let at: usize = 0; at < end; at += sizeof<Element>()) {
    const difference = <f64>load<Element>(output + at) - <f64>load<Element>(target + at);
    store<Element>(delta + at, <Element>(difference / divisor));
    // Squares are not negative: the larger of two is known, and no size is asked for.
    const square = difference * difference;
    const next = sum + square;
    lost += sum >= square ? sum - next + square : square - next + sum;
    sum = next;
  }
  store<f64>(lossAt, (0.5 * (Math.abs(sum) < Infinity ? sum + lost : sum)) / divisor);
}
