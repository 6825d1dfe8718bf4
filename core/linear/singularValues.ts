import type { Matrix } from '../matrix';
import { createMatrix } from '../matrix';
import { frobeniusNorm } from '../numeric/frobeniusNorm';
import { powerOfTwoNear } from '../numeric/powerOfTwo';
import { inSlices, type Steps } from '../steps';

/** Far more sweeps than any matrix of doubles takes; quadratic convergence sets in after a few. */
const mostSweeps = 60;

/**
 * The singular values of a matrix of finite numbers, from the largest to the smallest, min(rows, columns) of them.
 * One-sided Jacobi: plane rotations make the columns orthogonal, whose lengths are then the singular values. Its
 * errors are relative to each column's own size, and it goes on pair by pair, so that it can be stopped.
 * Source: M. R. Hestenes, "Inversion of matrices by biorthogonalization and related results", 1958; its accuracy:
 * J. Demmel and K. Veselić, "Jacobi's method is more accurate than QR", 1992.
 */
export function* singularValueSteps(matrix: Matrix): Steps<Float64Array> {
  const scale = powerOfTwoNear(matrix.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  if (scale === 0) return new Float64Array(Math.min(matrix.rows, matrix.columns));
  const columns = columnsOf(matrix, scale);
  const [rows, count] = [columns.columns, columns.rows];
  let rotated = count > 1;
  for (let sweep = 0; rotated && sweep < mostSweeps; sweep++) {
    rotated = false;
    yield* inSlices(count - 1, rows * count * 4, (first, end) => {
      for (let i = first; i < end; i++) {
        for (let j = i + 1; j < count; j++) {
          if (rotate(columns.values, i * rows, j * rows, rows)) rotated = true;
        }
      }
    });
  }
  const values = Float64Array.from({ length: count }, (_, i) => {
    return frobeniusNorm(columns.values.subarray(i * rows, (i + 1) * rows)) * scale;
  });
  return values.sort().reverse();
}

/** The columns of a tall matrix, or the rows of a wide one, one after the other, divided by `scale`. */
function columnsOf({ rows, columns, values }: Matrix, scale: number): Matrix {
  if (rows < columns) {
    return { rows, columns, values: values.map((value) => value / scale) };
  }
  const transposed = createMatrix(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) transposed.values[j * rows + i] = values[i * columns + j] / scale;
  }
  return transposed;
}

/** Makes two columns orthogonal. False where they are already, to the last bits. */
function rotate(values: Float64Array, p: number, q: number, length: number): boolean {
  let [alpha, beta, gamma] = [0, 0, 0];
  for (let k = 0; k < length; k++) {
    const [a, b] = [values[p + k], values[q + k]];
    alpha += a * a;
    beta += b * b;
    gamma += a * b;
  }
  // Each root by itself, as the product of two small squares would be zero.
  if (gamma === 0 || Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha) * Math.sqrt(beta)) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const tangent = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < length; k++) {
    const [a, b] = [values[p + k], values[q + k]];
    values[p + k] = cosine * a - sine * b;
    values[q + k] = sine * a + cosine * b;
  }
  return true;
}
