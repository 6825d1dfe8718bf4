import { pairwiseSteps } from '../../../core/divergence/pairwise';
import type { Steps } from '../../../core/steps';
import type { Study } from '../../../core/study';
import type { MeasureReading } from '../../../core/text/reading';
import { rowOf } from '../../../core/text/shapes';
import type { PairwiseAnswer, PairwiseQuestion } from '../../protocol/details/pairwise';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

/** More rows make a table that nobody reads. */
const mostRows = 24;

/** Every row of a matrix against every other. */
export function* pairwiseDetailSteps(
  _question: PairwiseQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<PairwiseAnswer | null> {
  const rows = rowsOf(study);
  if (rows === null) return null;
  const base = study.kind === 'distribution' ? study.reading.base : Math.E;
  const shown = rows.slice(0, mostRows);
  const found = yield* pairwiseSteps(study.reading.text, shown, base);
  return {
    rows: rows.length,
    base,
    sums: found.sums,
    areOne: found.areOne,
    entropies: found.entropies.map(toWire),
    kullbackLeibler: found.kullbackLeibler.map((row) => row.map(toWire)),
    jensenShannon: found.jensenShannon.map((row) => row.map(toWire)),
  };
}

function rowsOf(study: Study): readonly MeasureReading[] | null {
  if (study.kind === 'distribution') return study.reading.rows ?? null;
  if (study.kind !== 'matrix') return null;
  const { array } = study.reading;
  const [rows = 0, columns = 0] = array.shape;
  if (array.shape.length !== 2 || rows < 2 || columns < 2) return null;
  return Array.from({ length: rows }, (_, row) => ({ label: String(row + 1), numbers: rowOf(array, row) }));
}
