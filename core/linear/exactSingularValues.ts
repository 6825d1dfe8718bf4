import { toCommonDenominator } from '../exact/commonDenominator';
import { type Rational, rational, zero } from '../exact/rational';
import { bitLength } from '../exact/toNumber';
import type { Steps } from '../steps';

const firstBits = 256;
/** Of a matrix whose condition is beyond 10²⁰⁰⁰ no more is asked. */
const mostBits = 16_384;
/** Off-diagonal entries below this count as none: far above what rounding leaves, and far below the guard. */
const negligible = 1n << 100n;
/** How much the least eigenvalue must stand above a unit. */
const guardBits = 160n;
/** A few do for one eigenvalue; more are needed only where it drowns in rounding. */
const mostRounds = 60;

/**
 * The singular values of a matrix of rationals, row-major, from the largest to the smallest, each with a relative
 * error below 2⁻⁵⁰: square roots of the eigenvalues of the Gram matrix, which is exact. It is made tridiagonal and then
 * diagonal in integers, in as many bits as its condition turns out to need. `rank` is the exact rank: values beyond
 * it are zero. Null where the condition is out of reach.
 * Source: G. Golub and C. Van Loan, "Matrix Computations", 2013, 8.3.
 */
export function* exactSingularValueSteps(
  entries: readonly Rational[],
  rows: number,
  columns: number,
  rank: number,
): Steps<readonly Rational[] | null> {
  const size = Math.min(rows, columns);
  const zeros = Array.from({ length: size - rank }, () => zero);
  if (rank === 0) return zeros;
  const { numerators, denominator } = toCommonDenominator(entries);
  const gram = yield* gramSteps(numerators, rows, columns);
  const bitsOfLargest = Math.max(...gram.map((row, index) => bitLength(row[index])));
  for (let bits = firstBits; bits <= mostBits; bits *= 2) {
    const shift = BigInt(bits - bitsOfLargest);
    const scaled = gram.map((row) => row.map((entry) => shifted(entry, shift)));
    const eigenvalues = yield* eigenvalueSteps(scaled, BigInt(bits));
    if (eigenvalues === null || eigenvalues[rank - 1] >> guardBits <= 0n) continue;
    return [...eigenvalues.slice(0, rank).map((value) => rootOf(value, shift, denominator)), ...zeros];
  }
  return null;
}

/** The products of the columns of a tall matrix, or of the rows of a wide one, with one another. */
function* gramSteps(
  numerators: readonly bigint[],
  rows: number,
  columns: number,
): Steps<readonly (readonly bigint[])[]> {
  const [size, length] = rows < columns ? [rows, columns] : [columns, rows];
  const entry = (vector: number, index: number) =>
    rows < columns ? numerators[vector * columns + index] : numerators[index * columns + vector];
  const gram = Array.from({ length: size }, () => Array.from({ length: size }, () => 0n));
  for (let i = 0; i < size; i++) {
    yield;
    for (let j = 0; j <= i; j++) {
      for (let k = 0; k < length; k++) gram[i][j] += entry(i, k) * entry(j, k);
      gram[j][i] = gram[i][j];
    }
  }
  return gram;
}

/** From the largest to the smallest, of a symmetric matrix of integers; each within about 2¹⁰⁰ units. Null without enough bits. */
function* eigenvalueSteps(matrix: bigint[][], bits: bigint): Steps<readonly bigint[] | null> {
  const { diagonal, beside } = yield* tridiagonalSteps(matrix, bits);
  if (!(yield* diagonaliseSteps(diagonal, beside, bits))) return null;
  return diagonal.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

interface Tridiagonal {
  readonly diagonal: bigint[];
  /** `beside[i]` stands between entries i and i + 1 of the diagonal. */
  readonly beside: bigint[];
}

/**
 * Householder's reflections I − 2vvᵀ/vᵀv on both sides, which are orthogonal for any v: rounding in v leaves
 * nothing worse than a unit.
 */
function* tridiagonalSteps(matrix: bigint[][], bits: bigint): Steps<Tridiagonal> {
  const size = matrix.length;
  for (let k = 0; k < size - 2; k++) {
    const v = matrix.map((row, index) => (index > k ? row[k] : 0n));
    const length = squareRoot(dot(v, v));
    v[k + 1] += v[k + 1] < 0n ? -length : length;
    const beta = dot(v, v);
    if (beta === 0n) continue;
    const p = matrix.map((row) => ((2n * dot(row, v)) << bits) / beta);
    const along = dot(v, p);
    const q = p.map((entry, index) => entry - (along * v[index]) / beta);
    for (let i = k; i < size; i++) {
      yield;
      for (let j = k; j <= i; j++) {
        matrix[i][j] -= (v[i] * q[j] + q[i] * v[j]) >> bits;
        matrix[j][i] = matrix[i][j];
      }
    }
  }
  return {
    diagonal: matrix.map((row, index) => row[index]),
    beside: [...matrix.slice(1).map((row, index) => row[index]), 0n],
  };
}

/** The implicit QL iteration: one eigenvalue after the other, with shifts that make it converge in a few rounds. */
function* diagonaliseSteps(diagonal: bigint[], beside: bigint[], bits: bigint): Steps<boolean> {
  const one = 1n << bits;
  for (let first = 0; first < diagonal.length; first++) {
    for (let round = 0; ; round++) {
      const last = beside.findIndex((entry, index) => index >= first && absolute(entry) <= negligible);
      beside[last] = 0n;
      if (last === first) break;
      if (round === mostRounds) return false;
      const half = ((diagonal[first + 1] - diagonal[first]) << bits) / (2n * beside[first]);
      const root = squareRoot(half * half + one * one);
      const shift = (beside[first] << bits) / (half < 0n ? half - root : half + root);
      let g = diagonal[last] - diagonal[first] + shift;
      let [sine, cosine, passed] = [one, one, 0n];
      for (let i = last - 1; i >= first; i--) {
        yield;
        const [f, b] = [(sine * beside[i]) >> bits, (cosine * beside[i]) >> bits];
        // With as many bits again, so that the rotation is one even where both are a few units.
        const length = squareRoot((f * f + g * g) << (2n * bits));
        beside[i + 1] = length >> bits;
        [sine, cosine] =
          length === 0n ? [0n, one] : [(f << (2n * bits)) / length, (g << (2n * bits)) / length];
        g = diagonal[i + 1] - passed;
        const r = ((diagonal[i] - g) * sine + 2n * cosine * b) >> bits;
        passed = (sine * r) >> bits;
        diagonal[i + 1] = g + passed;
        g = ((cosine * r) >> bits) - b;
      }
      diagonal[first] -= passed;
      beside[first] = g;
      beside[last] = 0n;
    }
  }
  return true;
}

function dot(one: readonly bigint[], other: readonly bigint[]): bigint {
  return one.reduce((sum, entry, index) => (entry === 0n ? sum : sum + entry * other[index]), 0n);
}

/** √(value · 2^−shift)/denominator, to a hundred bits and more. */
function rootOf(value: bigint, shift: bigint, denominator: bigint): Rational {
  const more = BigInt(Math.max(0, 200 - bitLength(value)));
  const even = more + ((more + shift) & 1n);
  const exponent = (even + shift) / 2n;
  const root = squareRoot(value << even);
  return exponent >= 0n ? rational(root, denominator << exponent) : rational(root << -exponent, denominator);
}

function shifted(value: bigint, shift: bigint): bigint {
  return shift >= 0n ? value << shift : value >> -shift;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** ⌊√value⌋ of an integer that is not negative, by Newton's iteration from above. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
