// Σ over outcomes, compensated. Counts are multiples of eight: the caller fills up with outcomes that add nothing. Every
// sum comes as four doubles to be added, and each function says whether all outcomes were in its domain; where one was
// not, or a sum is not finite, the caller takes the twin's. Accuracy: test/unit/kernels/reductions.test.ts.
import { multiplyAdd } from './multiplyAdd';
import { biasedExponent, exponent, ln2, minusScaled, series } from './ratio';

/** Bytes of four vectors, whose terms are added before they join the sum: one compensation for eight outcomes. */
const stride: usize = 64;

/** 2⁻¹⁰¹³, which takes the place of what is smaller, and of zeros; −2⁻⁹⁰⁰; ½. In memory they are faster. */
const bounds = memory.data<f64>([1.1392378155556871e-305, -1.1830521861667747e-271, 0.5]);

/** Positive, so that it has a logarithm. What an outcome adds through it is below 10⁻²⁹⁰. */
function positive(x: v128): v128 {
  return f64x2.pmax(x, v128.load64_splat(bounds));
}

/** Has a sign where p or q is negative, or q so far below p that its logarithm needs care. */
function outside(p: v128, q: v128): v128 {
  return v128.or(p, multiplyAdd(p, v128.load64_splat(bounds, 8), q));
}

function outsideTwo(p0: v128, q0: v128, p1: v128, q1: v128): v128 {
  return v128.or(outside(p0, q0), outside(p1, q1));
}

function hasSign(signs: v128): bool {
  return i64x2.bitmask(signs) !== 0;
}

function addAll(a: v128, b: v128, c: v128, d: v128): v128 {
  return f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
}

/** What a sum lost in rounding, after D. E. Knuth, The Art of Computer Programming, 1998, volume 2, section 4.2.2. */
function lostIn(next: v128, sum: v128, term: v128): v128 {
  const part = f64x2.sub(next, sum);
  return f64x2.add(f64x2.sub(sum, f64x2.sub(next, part)), f64x2.sub(term, part));
}

/**
 * p ln(p/q) − p + q ≥ 0. With y = 2ᵏ q it is k p ln 2 + (q − y) + b, where b = p ln(p/y) − p + y is
 * (p + y) s² (1 + (1 + s) s T): nothing cancels where p and q nearly agree, for then k is 0 and y is q.
 */
function bracket(ofP: v128, ofQ: v128): v128 {
  const p = positive(ofP);
  const q = positive(ofQ);
  const biased = biasedExponent(p, q);
  const minusY = minusScaled(q, biased);
  const total = f64x2.sub(p, minusY);
  const s = f64x2.div(f64x2.add(p, minusY), total);
  const z = f64x2.mul(s, s);
  const square = f64x2.mul(total, z);
  const near = multiplyAdd(f64x2.mul(f64x2.add(s, z), series(z)), square, square);
  const far = multiplyAdd(f64x2.mul(p, exponent(biased)), ln2(), f64x2.add(q, minusY));
  return f64x2.add(far, near);
}

/** Σ [p ln(p/q) − p + q], and after it Σ (p − q): together Σ p ln(p/q). */
export function relativeEntropy(p: usize, q: usize, count: i32, result: usize): bool {
  const zero = f64x2.splat(0);
  let sum = zero;
  let lost = zero;
  let difference = zero;
  let lostDifference = zero;
  let signs = zero;
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += stride) {
    const p0 = v128.load(p + at);
    const q0 = v128.load(q + at);
    const p1 = v128.load(p + at, 16);
    const q1 = v128.load(q + at, 16);
    const p2 = v128.load(p + at, 32);
    const q2 = v128.load(q + at, 32);
    const p3 = v128.load(p + at, 48);
    const q3 = v128.load(q + at, 48);
    const term = addAll(bracket(p0, q0), bracket(p1, q1), bracket(p2, q2), bracket(p3, q3));
    const change = addAll(f64x2.sub(p0, q0), f64x2.sub(p1, q1), f64x2.sub(p2, q2), f64x2.sub(p3, q3));
    signs = v128.or(signs, v128.or(outsideTwo(p0, q0, p1, q1), outsideTwo(p2, q2, p3, q3)));
    const next = f64x2.add(sum, term);
    lost = f64x2.add(lost, lostIn(next, sum, term));
    sum = next;
    const nextDifference = f64x2.add(difference, change);
    lostDifference = f64x2.add(lostDifference, lostIn(nextDifference, difference, change));
    difference = nextDifference;
  }
  v128.store(result, sum, 0);
  v128.store(result, lost, 16);
  v128.store(result, difference, 32);
  v128.store(result, lostDifference, 48);
  return !hasSign(signs);
}

/** p ln q: with y = 2ᵏ, ln q = k ln 2 + 2 atanh s. Both are halved, so that q + y is not beyond the doubles. */
function logarithmicTerm(p: v128, ofQ: v128): v128 {
  const half = v128.load64_splat(bounds, 16);
  const q = positive(f64x2.mul(ofQ, half));
  const biased = biasedExponent(q, half);
  const minusY = minusScaled(half, biased);
  const s = f64x2.div(f64x2.add(q, minusY), f64x2.sub(q, minusY));
  const z = f64x2.mul(s, s);
  const twice = f64x2.add(s, s);
  const near = multiplyAdd(f64x2.mul(twice, z), series(z), twice);
  return f64x2.mul(p, multiplyAdd(exponent(biased), ln2(), near));
}

/** Σ p ln q, 0 where p is. For q = p it is minus the entropy. */
export function crossEntropy(p: usize, q: usize, count: i32, result: usize): bool {
  const zero = f64x2.splat(0);
  let sum = zero;
  let lost = zero;
  let signs = zero;
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += stride) {
    const p0 = v128.load(p + at);
    const q0 = v128.load(q + at);
    const p1 = v128.load(p + at, 16);
    const q1 = v128.load(q + at, 16);
    const p2 = v128.load(p + at, 32);
    const q2 = v128.load(q + at, 32);
    const p3 = v128.load(p + at, 48);
    const q3 = v128.load(q + at, 48);
    const term = addAll(
      logarithmicTerm(p0, q0),
      logarithmicTerm(p1, q1),
      logarithmicTerm(p2, q2),
      logarithmicTerm(p3, q3),
    );
    signs = v128.or(signs, v128.or(outsideTwo(p0, q0, p1, q1), outsideTwo(p2, q2, p3, q3)));
    const next = f64x2.add(sum, term);
    lost = f64x2.add(lost, lostIn(next, sum, term));
    sum = next;
  }
  v128.store(result, sum, 0);
  v128.store(result, lost, 16);
  return !hasSign(signs);
}

/** Σ x, of any doubles, as two sums that do not wait for each other. */
export function sum(x: usize, count: i32, result: usize): bool {
  let sum0 = f64x2.splat(0);
  let lost0 = sum0;
  let sum1 = sum0;
  let lost1 = sum0;
  for (let at = x, end = x + ((<usize>count) << 3); at < end; at += 32) {
    const x0 = v128.load(at);
    const next0 = f64x2.add(sum0, x0);
    lost0 = f64x2.add(lost0, lostIn(next0, sum0, x0));
    sum0 = next0;
    const x1 = v128.load(at, 16);
    const next1 = f64x2.add(sum1, x1);
    lost1 = f64x2.add(lost1, lostIn(next1, sum1, x1));
    sum1 = next1;
  }
  const total = f64x2.add(sum0, sum1);
  v128.store(result, total, 0);
  v128.store(result, f64x2.add(f64x2.add(lost0, lost1), lostIn(total, sum0, sum1)), 16);
  return true;
}
