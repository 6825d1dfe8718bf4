// The whole gradient of one sample after another: what small networks take, where packing would be the cost.
import {
  biasesAt,
  biasGradientAt,
  deltaAt,
  divisorAt,
  fanInAt,
  fanOutAt,
  inputAt,
  layersAt,
  lossAt,
  outputAt,
  slopeAt,
  targetAt,
  weightGradientAt,
  weightsAt,
} from '../gradientLayout';
import { activateRange } from './gradientActivation';
import { address, bytesOf, layerOf, word } from './gradientMemory';
import { addProduct } from './tile';

/** Adds to the gradients and to the loss, which the first sample begins. */
export function gradientBySample(first: i32, end: i32): void {
  const layers = word(layersAt);
  const last = layerOf(layers - 1);
  const width = word(last + fanOutAt);
  const inputBytes = bytesOf(word(layerOf(0) + fanInAt));
  for (let sample = first; sample < end; sample++) {
    const input = address(inputAt) + inputBytes * <usize>sample;
    for (let l = 0; l < layers; l++) {
      const layer = layerOf(l);
      forward(layer, l === 0 ? input : address(layerOf(l - 1) + outputAt));
      activateRange(layer, 0, word(layer + fanOutAt));
    }
    compare(last, address(targetAt) + bytesOf(width) * <usize>sample, width, sample === 0);
    for (let l = layers - 1; l >= 0; l--) {
      const layer = layerOf(l);
      applySlope(layer);
      if (l === 0) backward(layer, input, 0, sample === 0);
      else
        backward(layer, address(layerOf(l - 1) + outputAt), address(layerOf(l - 1) + deltaAt), sample === 0);
    }
  }
}

/** s = W x + b. */
function forward(layer: usize, source: usize): void {
  const fanIn = word(layer + fanInAt);
  const fanOut = word(layer + fanOutAt);
  const rowBytes = bytesOf(fanIn);
  const biases = address(layer + biasesAt);
  const output = address(layer + outputAt);
  let row = address(layer + weightsAt);
  let j = 0;
  for (; j + 8 <= fanOut; j += 8, row += rowBytes << 3) eightDots(row, rowBytes, source, output + bytesOf(j));
  for (; j < fanOut; j++, row += rowBytes) store<f64>(output + bytesOf(j), dot(row, source, rowBytes));
  if (biases === 0) return;
  // An odd width adds to one double more, which nobody reads.
  for (let at: usize = 0, end = bytesOf(fanOut); at < end; at += 16) {
    v128.store(output + at, f64x2.add(v128.load(output + at), v128.load(biases + at)));
  }
}

function dot(row: usize, source: usize, bytes: usize): f64 {
  let sum = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) sum = addProduct(v128.load(row + at), v128.load(source + at), sum);
  const whole = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  return at < bytes ? whole + load<f64>(row + at) * load<f64>(source + at) : whole;
}

/** Eight at once: as many chains of sums as hide the wait for each. */
function eightDots(row: usize, rowBytes: usize, source: usize, to: usize): void {
  const row1 = row + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  const row4 = row3 + rowBytes;
  const row5 = row4 + rowBytes;
  const row6 = row5 + rowBytes;
  const row7 = row6 + rowBytes;
  const zero = f64x2.splat(0);
  let c0 = zero;
  let c1 = zero;
  let c2 = zero;
  let c3 = zero;
  let c4 = zero;
  let c5 = zero;
  let c6 = zero;
  let c7 = zero;
  let at: usize = 0;
  for (; at + 16 <= rowBytes; at += 16) {
    const x = v128.load(source + at);
    c0 = addProduct(x, v128.load(row + at), c0);
    c1 = addProduct(x, v128.load(row1 + at), c1);
    c2 = addProduct(x, v128.load(row2 + at), c2);
    c3 = addProduct(x, v128.load(row3 + at), c3);
    c4 = addProduct(x, v128.load(row4 + at), c4);
    c5 = addProduct(x, v128.load(row5 + at), c5);
    c6 = addProduct(x, v128.load(row6 + at), c6);
    c7 = addProduct(x, v128.load(row7 + at), c7);
  }
  v128.store(to, sumOfLanes(c0, c1));
  v128.store(to, sumOfLanes(c2, c3), 16);
  v128.store(to, sumOfLanes(c4, c5), 32);
  v128.store(to, sumOfLanes(c6, c7), 48);
  if (at === rowBytes) return;
  const x = load<f64>(source + at);
  for (let i: usize = 0, w = row + at; i < 64; i += 8, w += rowBytes) {
    store<f64>(to + i, load<f64>(to + i) + x * load<f64>(w));
  }
}

function sumOfLanes(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}

function compare(layer: usize, target: usize, width: i32, isFirst: bool): void {
  const divisor = load<f64>(divisorAt);
  const output = address(layer + outputAt);
  const delta = address(layer + deltaAt);
  let sum: f64 = 0;
  for (let at: usize = 0, end = bytesOf(width); at < end; at += 8) {
    const difference = load<f64>(output + at) - load<f64>(target + at);
    store<f64>(delta + at, difference / divisor);
    sum += difference * difference;
  }
  const loss = (0.5 * sum) / divisor;
  store<f64>(lossAt, isFirst ? loss : load<f64>(lossAt) + loss);
}

function applySlope(layer: usize): void {
  const slope = address(layer + slopeAt);
  if (slope === 0) return;
  const delta = address(layer + deltaAt);
  for (let at: usize = 0, end = bytesOf(word(layer + fanOutAt)); at < end; at += 16) {
    v128.store(delta + at, f64x2.mul(v128.load(delta + at), v128.load(slope + at)));
  }
}

/** ∂L/∂W = δ xᵀ and ∂L/∂b = δ, set or added; ∂L/∂x = Wᵀ δ, where there is a place for it. */
function backward(layer: usize, source: usize, before: usize, isFirst: bool): void {
  const fanOut = word(layer + fanOutAt);
  const rowBytes = bytesOf(word(layer + fanInAt));
  const delta = address(layer + deltaAt);
  const biasGradient = address(layer + biasGradientAt);
  for (let at: usize = 0, end = bytesOf(fanOut); biasGradient !== 0 && at < end; at += 8) {
    const value = load<f64>(delta + at);
    store<f64>(biasGradient + at, isFirst ? value : load<f64>(biasGradient + at) + value);
  }
  let gradient = address(layer + weightGradientAt);
  let weights = address(layer + weightsAt);
  if (before !== 0) memory.fill(before, 0, rowBytes);
  let j = 0;
  for (; j + 4 <= fanOut; j += 4) {
    const d = delta + bytesOf(j);
    fourOuter(d, source, gradient, rowBytes, isFirst);
    if (before !== 0) addFourRows(d, weights, before, rowBytes);
    gradient += rowBytes << 2;
    weights += rowBytes << 2;
  }
  for (; j < fanOut; j++, gradient += rowBytes, weights += rowBytes) {
    const d = load<f64>(delta + bytesOf(j));
    for (let at: usize = 0; at < rowBytes; at += 8) {
      const product = d * load<f64>(source + at);
      store<f64>(gradient + at, isFirst ? product : load<f64>(gradient + at) + product);
      if (before !== 0) store<f64>(before + at, load<f64>(before + at) + d * load<f64>(weights + at));
    }
  }
}

function putProduct(gradient: usize, a: v128, x: v128, isFirst: bool): void {
  v128.store(gradient, isFirst ? f64x2.mul(a, x) : addProduct(a, x, v128.load(gradient)));
}

function putScalar(gradient: usize, product: f64, isFirst: bool): void {
  store<f64>(gradient, isFirst ? product : load<f64>(gradient) + product);
}

/** Four rows of δ xᵀ. */
function fourOuter(delta: usize, source: usize, gradient: usize, rowBytes: usize, isFirst: bool): void {
  const d0 = v128.load64_splat(delta);
  const d1 = v128.load64_splat(delta, 8);
  const d2 = v128.load64_splat(delta, 16);
  const d3 = v128.load64_splat(delta, 24);
  const row1 = gradient + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  let at: usize = 0;
  for (; at + 16 <= rowBytes; at += 16) {
    const x = v128.load(source + at);
    putProduct(gradient + at, d0, x, isFirst);
    putProduct(row1 + at, d1, x, isFirst);
    putProduct(row2 + at, d2, x, isFirst);
    putProduct(row3 + at, d3, x, isFirst);
  }
  if (at === rowBytes) return;
  const x = load<f64>(source + at);
  putScalar(gradient + at, f64x2.extract_lane(d0, 0) * x, isFirst);
  putScalar(row1 + at, f64x2.extract_lane(d1, 0) * x, isFirst);
  putScalar(row2 + at, f64x2.extract_lane(d2, 0) * x, isFirst);
  putScalar(row3 + at, f64x2.extract_lane(d3, 0) * x, isFirst);
}

/** What four rows of W add to ∂L/∂x. */
function addFourRows(delta: usize, weights: usize, before: usize, rowBytes: usize): void {
  const d0 = v128.load64_splat(delta);
  const d1 = v128.load64_splat(delta, 8);
  const d2 = v128.load64_splat(delta, 16);
  const d3 = v128.load64_splat(delta, 24);
  const row1 = weights + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  let at: usize = 0;
  for (; at + 16 <= rowBytes; at += 16) {
    let sum = v128.load(before + at);
    sum = addProduct(d0, v128.load(weights + at), sum);
    sum = addProduct(d1, v128.load(row1 + at), sum);
    sum = addProduct(d2, v128.load(row2 + at), sum);
    sum = addProduct(d3, v128.load(row3 + at), sum);
    v128.store(before + at, sum);
  }
  if (at === rowBytes) return;
  let rest = load<f64>(before + at);
  rest += f64x2.extract_lane(d0, 0) * load<f64>(weights + at);
  rest += f64x2.extract_lane(d1, 0) * load<f64>(row1 + at);
  rest += f64x2.extract_lane(d2, 0) * load<f64>(row2 + at);
  rest += f64x2.extract_lane(d3, 0) * load<f64>(row3 + at);
  store<f64>(before + at, rest);
}
