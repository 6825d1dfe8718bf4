import type { Matrix } from '../../matrix';
import type { Steps } from '../../steps';

const mostSweeps = 30;

/**
 * All eigenvalues of a symmetric matrix, ascending, by Jacobi's rotations: each is right to a few
 * roundings of the matrix's norm.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., § 8.5.
 */
export function* eigenvaluesSteps({ rows: size, values: given }: Matrix): Steps<readonly number[]> {
  const values = given.slice();
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(values, size); sweep++) {
    for (let p = 0; p < size - 1; p++) {
      yield;
      for (let q = p + 1; q < size; q++) rotate(values, size, p, q);
    }
  }
  return Array.from({ length: size }, (_, i) => values[i * size + i]).sort((a, b) => a - b);
}

function isDiagonal(values: Float64Array, size: number): boolean {
  let largest = 0;
  let aside = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const entry = Math.abs(values[i * size + j]);
      largest = Math.max(largest, entry);
      if (i !== j) aside = Math.max(aside, entry);
    }
  }
  return aside <= Number.EPSILON * largest * 1e-3;
}

/** Makes entry (p, q) zero by a rotation of rows and columns p and q. */
function rotate(values: Float64Array, size: number, p: number, q: number): void {
  const entry = values[p * size + q];
  if (entry === 0) return;
  const ratio = (values[q * size + q] - values[p * size + p]) / (2 * entry);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const [left, right] = [values[k * size + p], values[k * size + q]];
    values[k * size + p] = cosine * left - sine * right;
    values[k * size + q] = sine * left + cosine * right;
  }
  for (let k = 0; k < size; k++) {
    const [upper, lower] = [values[p * size + k], values[q * size + k]];
    values[p * size + k] = cosine * upper - sine * lower;
    values[q * size + k] = sine * upper + cosine * lower;
  }
}
