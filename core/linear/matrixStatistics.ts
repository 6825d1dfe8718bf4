import type { Matrix } from '../matrix';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { type EntryStatistics, entryStatisticsSteps } from './entries';
import { rowsAreDistributionsSteps } from './rowSums';
import { type Spectrum, spectrumSteps } from './spectrum';

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
    readonly rowsAreDistributions: boolean;
    readonly spectrum: Spectrum | null;
  } | null;
}

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
  const allFinite = entries.nan + entries.infinite === 0;
  return {
    entries,
    frobenius,
    matrix: {
      ...(yield* sumNormSteps(matrix)),
      trace: rows === columns ? traceOf(matrix) : null,
      symmetry: yield* symmetrySteps(matrix),
      rowsAreDistributions: yield* rowsAreDistributionsSteps(text, array, matrix),
      spectrum: allFinite ? yield* spectrumSteps(text, array, matrix) : null,
    },
  };
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

/** The largest sums of sizes, by column and by row. */
function* sumNormSteps({ rows, columns, values }: Matrix): Steps<{ oneNorm: number; infinityNorm: number }> {
  const ofColumns = new Float64Array(columns);
  let infinityNorm = 0;
  yield* inSlices(rows, columns * 3, (first, end) => {
    for (let row = first; row < end; row++) {
      const ofRow = new CompensatedSum();
      for (let column = 0; column < columns; column++) {
        const size = Math.abs(values[row * columns + column]);
        ofColumns[column] += size;
        ofRow.add(size);
      }
      infinityNorm = Math.max(infinityNorm, ofRow.value);
    }
  });
  return { oneNorm: largest(ofColumns), infinityNorm };
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function traceOf({ rows, columns, values }: Matrix): number {
  const sum = new CompensatedSum();
  for (let index = 0; index < rows; index++) sum.add(values[index * columns + index]);
  return sum.value;
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
