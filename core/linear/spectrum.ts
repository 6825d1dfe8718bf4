import { parseRational } from '../exact/parseRational';
import { divide, type Rational } from '../exact/rational';
import { fromNumber, toNumber } from '../exact/toNumber';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { writtenNumber } from '../text/written';
import { determinantSteps } from './determinant';
import { exactEliminationSteps } from './exactElimination';
import { exactSingularValueSteps } from './exactSingularValues';
import { singularValueSteps } from './singularValues';

/** What is known of a matrix of finite numbers beyond its entries. */
export interface Spectrum {
  /** From the largest to the smallest; a value beyond an exact rank is 0. */
  readonly singularValues: Float64Array;
  /** σ₁/σₙ, which may be beyond the doubles; null where it is infinite, as the rank is not full. */
  readonly condition: Rational | null;
  /** Where `isExact`, of the numbers as they are written; else the σ above max(rows, columns) · 2⁻⁵² · σ₁, as in NumPy. */
  readonly rank: number;
  readonly isExact: boolean;
  /** Of a square matrix; null also where it is not exact and the rank says that it is lost in rounding. */
  readonly determinant: Rational | null;
}

/** Larger matrices have no spectrum here: it takes longer than a person waits for what they did not ask. */
const mostForSpectrum = { smallerSide: 128, numbers: 100_000 } as const;
/** Larger ones are not computed in fractions. */
const mostForExact = { smallerSide: 30, numbers: 1000 } as const;
/** Above it singular values in doubles lose digits that are shown; up to that side fractions take no longer. */
const mostCondition = 1e4;
const alwaysExactSide = 12;

/** Null for a large matrix. */
export function* spectrumSteps(text: string, array: NumberArray, matrix: Matrix): Steps<Spectrum | null> {
  if (!fits(matrix, mostForSpectrum)) return null;
  const entries = fits(matrix, mostForExact) ? exactEntries(text, array) : null;
  const inDoubles = yield* singularValueSteps(matrix);
  return entries === null
    ? yield* roundedSpectrumSteps(matrix, inDoubles)
    : yield* exactSpectrumSteps(entries, matrix, inDoubles);
}

function* exactSpectrumSteps(
  entries: readonly Rational[],
  { rows, columns }: Matrix,
  inDoubles: Float64Array,
): Steps<Spectrum> {
  const { rank, determinant } = yield* exactEliminationSteps(entries, rows, columns);
  const full = inDoubles.length;
  const isWell = rank === full && inDoubles[0] <= mostCondition * inDoubles[full - 1];
  const values =
    full > alwaysExactSide && isWell ? null : yield* exactSingularValueSteps(entries, rows, columns, rank);
  const fractions = values ?? Array.from(inDoubles, fromNumber);
  return {
    singularValues: Float64Array.from(fractions, toNumber),
    condition: rank < full ? null : quotient(fractions[0], fractions[full - 1]),
    rank,
    isExact: true,
    determinant,
  };
}

function* roundedSpectrumSteps(matrix: Matrix, singularValues: Float64Array): Steps<Spectrum> {
  const { rows, columns } = matrix;
  const full = singularValues.length;
  const threshold = Math.max(rows, columns) * Number.EPSILON * singularValues[0];
  const rank = singularValues.filter((value) => value > threshold).length;
  const isLost = rank < full;
  return {
    singularValues,
    condition: isLost ? null : quotient(fromNumber(singularValues[0]), fromNumber(singularValues[full - 1])),
    rank,
    isExact: false,
    determinant: rows !== columns || isLost ? null : yield* determinantSteps(matrix),
  };
}

/** Null where a singular value of a matrix of full rank was too small to be known. */
function quotient(largest: Rational, smallest: Rational): Rational | null {
  return smallest.numerator === 0n ? null : divide(largest, smallest);
}

function fits(
  { rows, columns, values }: Matrix,
  limit: { readonly smallerSide: number; readonly numbers: number },
): boolean {
  return Math.min(rows, columns) <= limit.smallerSide && values.length <= limit.numbers;
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
