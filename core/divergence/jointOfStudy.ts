import type { Steps } from '../steps';
import type { Study } from '../study';
import type { DistributionReading, MatrixReading } from '../text/reading';
import { reshape } from '../text/shapes';
import type { JointDistribution } from './jointTable';
import { type Side, sideSteps } from './side';
import { normaliseWeights } from './weights';

/** Larger tables are left alone. */
const mostCells = 250_000;

/**
 * The joint distribution that a study is about: one that the text names so, or a matrix whose entries
 * are not negative and sum to one. Null where there is none.
 */
export function* jointOfStudySteps(study: Study): Steps<JointDistribution | null> {
  if (study.kind !== 'distribution' && study.kind !== 'matrix') return null;
  const reading = study.kind === 'distribution' ? study.reading : asJoint(study.reading);
  if (reading?.joint === undefined || reading.p.numbers.values.length > mostCells) return null;
  const side = yield* sideSteps(reading, reading.p);
  if (study.kind === 'matrix' && !side.isOne) return null;
  return toJoint(side, reading.joint);
}

function asJoint(matrix: MatrixReading): DistributionReading | null {
  const { array, text, notation, span, choices, alternatives, problems } = matrix;
  const [rows, columns] = array.shape;
  if (array.shape.length !== 2 || rows < 2 || columns < 2) return null;
  if (array.values.length > mostCells || !array.values.every((value) => value >= 0)) return null;
  const p = { label: 'P', numbers: reshape(array, [array.values.length]) };
  const base = { text, notation, span, choices, alternatives, problems };
  return { ...base, kind: 'distribution', p, q: null, base: Math.E, joint: { rows, columns } };
}

/** After dividing by the sum, where it is not one. */
function toJoint(
  { exact, doubles, isOne, total }: Side,
  { rows, columns }: NonNullable<DistributionReading['joint']>,
): JointDistribution | null {
  if (!isOne && !(total > 0 && Number.isFinite(total))) return null;
  return {
    rows,
    columns,
    doubles: isOne ? doubles : doubles.map((value) => value / total),
    exact: exact === null || isOne ? exact : normaliseWeights(exact),
  };
}
