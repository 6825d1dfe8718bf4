// ∂L/∂b: sums over the samples, compensated and of doubles; those of float32 are rounded at the end.
import { biasGradientAt, deltaAt, fanOutAt, samplesAt } from '../gradientLayout';
import { address, bytesOf, word } from './gradientMemory';

/** ∂L/∂b = Σ δ over the samples: neurons first … end. */
export function biasGradientBlock(layer: usize, first: i32, end: i32): void {
  const rowBytes = bytesOf(word(layer + fanOutAt));
  const delta = address(layer + deltaAt);
  const gradient = address(layer + biasGradientAt);
  let neuron = first;
  for (; neuron + 4 <= end; neuron += 4)
    fourSums(delta + bytesOf(neuron), rowBytes, gradient + bytesOf(neuron));
  for (; neuron < end; neuron++) oneSum(delta + bytesOf(neuron), rowBytes, gradient + bytesOf(neuron));
}

/** What the sum a + b lost to rounding, after D. Knuth: exact, whichever is the larger. */
function lostIn(a: v128, b: v128, sum: v128): v128 {
  const ofB = f64x2.sub(sum, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(sum, ofB)), f64x2.sub(b, ofB));
}

/** Where a sum is not finite, what it lost is no number. */
function withLost(sum: v128, lost: v128): v128 {
  const finite = f64x2.lt(f64x2.abs(sum), f64x2.splat(Infinity));
  return v128.bitselect(f64x2.add(sum, lost), sum, finite);
}

/** Two numbers as doubles. */
function twoAt(at: usize): v128 {
  if (sizeof<Element>() === 4) return f64x2.promote_low_f32x4(v128.load64_zero(at));
  return v128.load(at);
}

function putTwo(to: usize, values: v128): void {
  if (sizeof<Element>() === 4) v128.store_lane<f64>(to, f32x4.demote_f64x2_zero(values), 0);
  else v128.store(to, values);
}

/** Compensated sums of four columns. */
function fourSums(column: usize, rowBytes: usize, to: usize): void {
  let left = f64x2.splat(0);
  let right = left;
  let leftLost = left;
  let rightLost = left;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    let value = twoAt(at);
    let sum = f64x2.add(left, value);
    leftLost = f64x2.add(leftLost, lostIn(left, value, sum));
    left = sum;
    value = twoAt(at + 2 * sizeof<Element>());
    sum = f64x2.add(right, value);
    rightLost = f64x2.add(rightLost, lostIn(right, value, sum));
    right = sum;
  }
  putTwo(to, withLost(left, leftLost));
  putTwo(to + 2 * sizeof<Element>(), withLost(right, rightLost));
}

function oneSum(column: usize, rowBytes: usize, to: usize): void {
  let total = f64x2.splat(0);
  let lost = total;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    const value = f64x2.splat(load<Element>(at));
    const sum = f64x2.add(total, value);
    lost = f64x2.add(lost, lostIn(total, value, sum));
    total = sum;
  }
  store<Element>(to, <Element>f64x2.extract_lane(withLost(total, lost), 0));
}
