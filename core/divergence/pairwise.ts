import type { Steps } from '../steps';
import type { MeasureReading } from '../text/reading';
import { begin, valueSteps } from './measures/evaluate';
import { measures } from './measures/index';
import { pairSteps } from './pairOfReading';
import { type Side, sideSteps } from './side';

/** Several distributions on the same outcomes, each against each. Logarithmic values in the unit of the base. */
export interface Pairwise {
  /** As printed; where one is not 1, that row was divided by it. */
  readonly sums: readonly string[];
  readonly areOne: readonly boolean[];
  /** NaN for a row that is no distribution: with a negative entry, or a sum of 0. */
  readonly entropies: readonly number[];
  /** KL of row over column, row by row. */
  readonly kullbackLeibler: readonly (readonly number[])[];
  readonly jensenShannon: readonly (readonly number[])[];
}

/** Rows of one length, each divided by its sum where that is not one. */
export function* pairwiseSteps(text: string, rows: readonly MeasureReading[], base: number): Steps<Pairwise> {
  const sides: Side[] = [];
  for (const row of rows) sides.push(yield* sideSteps({ text }, row));
  const isValid = (side: Side, row: number) =>
    side.total > 0 &&
    Number.isFinite(side.total) &&
    (side.logarithms !== null || rows[row].numbers.values.every((value) => value >= 0));
  const valid = sides.map(isValid);
  const entropies: number[] = [];
  const divergences: number[][] = sides.map(() => []);
  const jensenShannon: number[][] = sides.map(() => []);
  for (const [i, p] of sides.entries()) {
    const pair = valid[i] ? yield* pairSteps(p, null, true) : null;
    const [entropy] =
      pair === null ? [Number.NaN] : yield* valueSteps([begin(measures.entropyP.measure)], pair, base);
    entropies.push(entropy);
    divergences[i][i] = valid[i] ? 0 : Number.NaN;
    jensenShannon[i][i] = divergences[i][i];
    for (let j = 0; j < i; j++) {
      const values = valid[i] && valid[j] ? yield* compareSteps(p, sides[j], base) : [];
      const [forward = Number.NaN, back = Number.NaN, symmetric = Number.NaN] = values;
      divergences[i][j] = forward;
      divergences[j][i] = back;
      jensenShannon[i][j] = symmetric;
      jensenShannon[j][i] = symmetric;
    }
  }
  return {
    sums: sides.map(({ sum }) => sum),
    areOne: sides.map(({ isOne }) => isOne),
    entropies,
    kullbackLeibler: divergences,
    jensenShannon,
  };
}

function* compareSteps(p: Side, q: Side, base: number): Steps<readonly number[]> {
  const pair = yield* pairSteps(p, q, true);
  const { klPQ, klQP, jensenShannon } = measures;
  const wanted = [klPQ, klQP, jensenShannon].map(({ measure, direction }) => begin(measure, direction));
  return yield* valueSteps(wanted, pair, base);
}
