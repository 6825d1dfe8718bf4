import { multiply, type Rational, rational, zero } from '../exact/rational';
import { fromNumber } from '../exact/toNumber';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';

/**
 * The determinant of a square matrix of finite doubles: the product of the pivots of Gaussian elimination with
 * partial pivoting, rounded at each step. A fraction of a power of two, as it may be beyond the doubles.
 */
export function* determinantSteps({ rows: size, values }: Matrix): Steps<Rational> {
  const work = Float64Array.from(values);
  let mantissa = 1;
  let exponent = 0;
  for (let k = 0; k < size; k++) {
    yield;
    let pivot = k;
    for (let i = k + 1; i < size; i++) {
      if (Math.abs(work[i * size + k]) > Math.abs(work[pivot * size + k])) pivot = i;
    }
    if (pivot !== k) {
      for (let j = k; j < size; j++) {
        const kept = work[k * size + j];
        work[k * size + j] = work[pivot * size + j];
        work[pivot * size + j] = kept;
      }
      mantissa = -mantissa;
    }
    const head = work[k * size + k];
    if (head === 0) return zero;
    mantissa *= head / 2 ** binaryExponent(head);
    exponent += binaryExponent(head);
    const shift = binaryExponent(mantissa);
    mantissa /= 2 ** shift;
    exponent += shift;
    for (let i = k + 1; i < size; i++) {
      const factor = work[i * size + k] / head;
      if (factor === 0) continue;
      for (let j = k + 1; j < size; j++) work[i * size + j] -= factor * work[k * size + j];
    }
  }
  const power = 1n << BigInt(Math.abs(exponent));
  return multiply(fromNumber(mantissa), exponent < 0 ? rational(1n, power) : rational(power));
}

/** Of the power of two near a number; within ±1022, so that dividing by it is exact but for the subnormal. */
function binaryExponent(value: number): number {
  return Math.max(-1021, Math.min(1022, Math.floor(Math.log2(Math.abs(value)))));
}
