import { toCommonDenominator } from '../exact/commonDenominator';
import { type Rational, rational } from '../exact/rational';
import type { Steps } from '../steps';

/** What elimination without rounding says of a matrix of rationals. */
export interface ExactElimination {
  readonly rank: number;
  /** Null where the matrix is not square. */
  readonly determinant: Rational | null;
}

/**
 * Rank and determinant of a matrix of rationals, row-major, exactly. Fraction-free elimination: every entry on
 * the way is a minor of the integer matrix, so that numbers grow no faster than they must.
 * Source: E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", 1968.
 */
export function* exactEliminationSteps(
  entries: readonly Rational[],
  rows: number,
  columns: number,
): Steps<ExactElimination> {
  let denominators = 1n;
  const matrix = Array.from({ length: rows }, (_, row) => {
    const { numerators, denominator } = toCommonDenominator(
      entries.slice(row * columns, (row + 1) * columns),
    );
    denominators *= denominator;
    return [...numerators];
  });
  let rank = 0;
  let sign = 1n;
  let previous = 1n;
  for (let column = 0; column < columns && rank < rows; column++) {
    yield;
    const pivotRow = matrix.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivotRow < 0) continue;
    if (pivotRow !== rank) {
      [matrix[rank], matrix[pivotRow]] = [matrix[pivotRow], matrix[rank]];
      sign = -sign;
    }
    const pivot = matrix[rank][column];
    for (let i = rank + 1; i < rows; i++) {
      const factor = matrix[i][column];
      for (let j = column; j < columns; j++) {
        matrix[i][j] = (matrix[i][j] * pivot - factor * matrix[rank][j]) / previous;
      }
    }
    previous = pivot;
    rank += 1;
  }
  if (rows !== columns) return { rank, determinant: null };
  return { rank, determinant: rank < rows ? rational(0n) : rational(sign * previous, denominators) };
}
