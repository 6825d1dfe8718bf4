import type { Matrix } from '../../../core/matrix';
import { cellsOfSteps } from '../../../core/matrixCells';
import { inSlices, type Steps } from '../../../core/steps';
import type { Study } from '../../../core/study';
import type { HeatMapAnswer, HeatMapQuestion } from '../../protocol/details/heatMap';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';

/** Cells that are sent at most in each direction: more than a panel has pixels. */
const mostCells = 1024;

/** A matrix, weights or their gradient, in the size of the picture that shows them. */
export function* heatMapSteps(
  { layer, of, rows, columns }: HeatMapQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<HeatMapAnswer | null> {
  const matrix = matrixOf(study, layer, of);
  if (matrix === null) return null;
  const cells = yield* cellsOfSteps(matrix, Math.min(rows, mostCells), Math.min(columns, mostCells));
  return {
    rows: cells.rows,
    columns: cells.columns,
    values: wireNumbers(cells.values),
    range: yield* rangeSteps(matrix),
  };
}

/** Of a matrix by itself its numbers, whatever is asked of which layer. */
function matrixOf(study: Study, layer: number, of: HeatMapQuestion['of']): Matrix | null {
  if (study.kind === 'network') {
    const { network, gradients } = study;
    return (of === 'weights' ? network.layers[layer]?.weights : gradients?.[layer]?.weights) ?? null;
  }
  if (study.kind !== 'matrix') return null;
  const { shape, values } = study.reading.array;
  const [rows, columns] = shape;
  return shape.length === 2 && values.length > 0 ? { rows, columns, values } : null;
}

function* rangeSteps({ values }: Matrix): Steps<readonly [number, number] | null> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  yield* inSlices(values.length, 1, (first, end) => {
    for (let at = first; at < end; at++) {
      const value = values[at];
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  });
  return low > high ? null : [low, high];
}
