// ∂L/∂b: sums over the samples, compensated.
import { biasGradientAt, deltaAt, fanOutAt, samplesAt } from '../gradientLayout';
import { address, doubles, word } from './gradientMemory';

/** ∂L/∂b = Σ δ over the samples: neurons first … end. */
export function biasGradientBlock(layer: usize, first: i32, end: i32): void {
  const rowBytes = doubles(word(layer + fanOutAt));
  const delta = address(layer + deltaAt);
  const gradient = address(layer + biasGradientAt);
  let neuron = first;
  for (; neuron + 4 <= end; neuron += 4)
    fourSums(delta + doubles(neuron), rowBytes, gradient + doubles(neuron));
  for (; neuron < end; neuron++) oneSum(delta + doubles(neuron), rowBytes, gradient + doubles(neuron));
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

/** Compensated sums of four columns. */
function fourSums(column: usize, rowBytes: usize, to: usize): void {
  let left = f64x2.splat(0);
  let right = left;
  let leftLost = left;
  let rightLost = left;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    let value = v128.load(at);
    let sum = f64x2.add(left, value);
    leftLost = f64x2.add(leftLost, lostIn(left, value, sum));
    left = sum;
    value = v128.load(at, 16);
    sum = f64x2.add(right, value);
    rightLost = f64x2.add(rightLost, lostIn(right, value, sum));
    right = sum;
  }
  v128.store(to, withLost(left, leftLost));
  v128.store(to, withLost(right, rightLost), 16);
}

function oneSum(column: usize, rowBytes: usize, to: usize): void {
  let total = f64x2.splat(0);
  let lost = total;
  const end = column + rowBytes * <usize>word(samplesAt);
  for (let at = column; at !== end; at += rowBytes) {
    const value = v128.load64_zero(at);
    const sum = f64x2.add(total, value);
    lost = f64x2.add(lost, lostIn(total, value, sum));
    total = sum;
  }
  store<f64>(to, f64x2.extract_lane(withLost(total, lost), 0));
}
