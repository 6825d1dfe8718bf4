import { parseRational } from '../exact/parseRational';
import type { Rational } from '../exact/rational';
import { toNumber } from '../exact/toNumber';
import type { Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { writtenNumber } from '../text/written';
import { determinantSteps } from './determinant';
import { type EntryStatistics, entryStatisticsSteps } from './entries';
import { exactEliminationSteps } from './exactElimination';
import { rowSumSteps, rowsAreDistributionsSteps } from './rowSums';
import { singularValueSteps } from './singularValues';

/** What is known of a matrix beyond its entries. Null where it is too large or holds numbers that are not finite. */
export interface Spectrum {
  /** From the largest to the smallest. */
  readonly singularValues: Float64Array;
  /** σ₁/σₙ, infinite where the rank is not full. */
  readonly condition: number;
  /** Exact where `exactRank` is true; else the σ above max(rows, columns) · 2⁻⁵² · σ₁, as in NumPy and MATLAB. */
  readonly rank: number;
  readonly exactRank: boolean;
  /** Of a square matrix. */
  readonly determinant: number | null;
  /** The same as a fraction, of the numbers as they are written; null for a large matrix. */
  readonly exactDeterminant: Rational | null;
}

export interface MatrixStatistics {
  readonly entries: EntryStatistics;
  /** √Σ v², of any shape. */
  readonly frobenius: number;
  /** Null for anything that is no matrix. */
  readonly matrix: {
    /** The largest sum of sizes in a column. */
    readonly oneNorm: number;
    /** The largest sum of sizes in a row. */
    readonly infinityNorm: number;
    /** Of a square matrix. */
    readonly trace: number | null;
    readonly symmetry: 'symmetric' | 'skew-symmetric' | null;
    readonly rowSums: Float64Array;
    readonly rowsAreDistributions: boolean;
    readonly spectrum: Spectrum | null;
  } | null;
}

/** Larger matrices have no spectrum here: it takes longer than a person waits for what they did not ask. */
export const mostForSpectrum = { smallerSide: 128, numbers: 100_000 } as const;
/** Larger ones no exact determinant. */
const mostForExact = { smallerSide: 30, numbers: 1000 } as const;

/** A generator that yields at least every 10 ms. Norms and sums are infinite or NaN where entries are. */
export function* matrixStatisticsSteps(text: string, array: NumberArray): Steps<MatrixStatistics> {
  const { shape, values } = array;
  const entries = yield* entryStatisticsSteps(values);
  const frobenius = yield* frobeniusSteps(values);
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined || values.length === 0) {
    return { entries, frobenius, matrix: null };
  }
  const matrix: Matrix = { rows, columns, values };
  const sizes: Matrix = { rows, columns, values: values.map(Math.abs) };
  const rowSums = yield* rowSumSteps(matrix);
  const allFinite = entries.nan + entries.infinite === 0;
  return {
    entries,
    frobenius,
    matrix: {
      oneNorm: largest(yield* columnSumSteps(sizes)),
      infinityNorm: largest(yield* rowSumSteps(sizes)),
      trace: rows === columns ? traceOf(matrix) : null,
      symmetry: yield* symmetrySteps(matrix),
      rowSums,
      rowsAreDistributions: yield* rowsAreDistributionsSteps(text, array, rowSums),
      spectrum: allFinite && fits(matrix, mostForSpectrum) ? yield* spectrumSteps(text, array, matrix) : null,
    },
  };
}

function fits(
  { rows, columns, values }: Matrix,
  limit: { readonly smallerSide: number; readonly numbers: number },
): boolean {
  return Math.min(rows, columns) <= limit.smallerSide && values.length <= limit.numbers;
}

function* spectrumSteps(text: string, array: NumberArray, matrix: Matrix): Steps<Spectrum> {
  const { rows, columns } = matrix;
  const singularValues = yield* singularValueSteps(matrix);
  const [first] = singularValues;
  const last = singularValues.at(-1) ?? 0;
  const exact = fits(matrix, mostForExact) ? exactEntries(text, array) : null;
  const elimination = exact === null ? null : yield* exactEliminationSteps(exact, rows, columns);
  const threshold = Math.max(rows, columns) * Number.EPSILON * first;
  const rank = elimination?.rank ?? singularValues.filter((value) => value > threshold).length;
  const exactDeterminant = elimination?.determinant ?? null;
  const isSquare = rows === columns;
  return {
    singularValues,
    condition: rank < Math.min(rows, columns) ? Number.POSITIVE_INFINITY : first / last,
    rank,
    exactRank: elimination !== null,
    determinant:
      exactDeterminant !== null
        ? toNumber(exactDeterminant)
        : isSquare
          ? yield* determinantSteps(matrix)
          : null,
    exactDeterminant,
  };
}

/** The numbers as they are written; null where one is none that rationals hold. */
function exactEntries(text: string, array: NumberArray): readonly Rational[] | null {
  const entries: Rational[] = [];
  for (let index = 0; index < array.values.length; index++) {
    const entry = parseRational(writtenNumber(text, array, index));
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
}

/** √Σ v², scaled by the largest size so that squares neither overflow nor vanish. */
function* frobeniusSteps(values: Float64Array): Steps<number> {
  let largestSize = 0;
  yield* inSlices(values.length, 1, (first, end) => {
    // Math.max keeps NaN.
    for (let index = first; index < end; index++)
      largestSize = Math.max(largestSize, Math.abs(values[index]));
  });
  if (largestSize === 0 || !Number.isFinite(largestSize)) return largestSize;
  let sum = 0;
  yield* inSlices(values.length, 2, (first, end) => {
    for (let index = first; index < end; index++) sum += (values[index] / largestSize) ** 2;
  });
  return largestSize * Math.sqrt(sum);
}

function* columnSumSteps({ rows, columns, values }: Matrix): Steps<Float64Array> {
  const sums = new Float64Array(columns);
  yield* inSlices(rows, columns, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let column = 0; column < columns; column++) sums[column] += values[row * columns + column];
    }
  });
  return sums;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function traceOf({ rows, columns, values }: Matrix): number {
  let sum = 0;
  for (let index = 0; index < rows; index++) sum += values[index * columns + index];
  return sum;
}

function* symmetrySteps({ rows, columns, values }: Matrix): Steps<'symmetric' | 'skew-symmetric' | null> {
  if (rows !== columns || rows < 2) return null;
  let [symmetric, skew] = [true, true];
  yield* inSlices(rows, columns, (first, end) => {
    for (let i = first; i < end && (symmetric || skew); i++) {
      for (let j = 0; j <= i; j++) {
        const [one, other] = [values[i * columns + j], values[j * columns + i]];
        if (one !== other) symmetric = false;
        if (one !== -other) skew = false;
      }
    }
  });
  return symmetric ? 'symmetric' : skew ? 'skew-symmetric' : null;
}
