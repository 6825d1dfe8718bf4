import type { Matrix } from '../../../core/matrix';
import { cellsOfSteps } from '../../../core/matrixCells';
import { inSlices, type Steps } from '../../../core/steps';
import type { HeatMapAnswer, HeatMapQuestion } from '../../protocol/details/heatMap';
import { wireNumbers } from '../result';
import type { DetailContext } from './index';

/** Cells that are sent at most in each direction: more than a panel has pixels. */
const mostCells = 1024;

/** Weights or their gradient, in the size of the picture that shows them. */
export function* heatMapSteps(
  { layer, of, rows, columns }: HeatMapQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<HeatMapAnswer | null> {
  if (study.kind !== 'network') return null;
  const matrix = of === 'weights' ? study.network.layers[layer]?.weights : study.gradients?.[layer]?.weights;
  if (matrix === undefined) return null;
  const cells = yield* cellsOfSteps(matrix, Math.min(rows, mostCells), Math.min(columns, mostCells));
  return {
    rows: cells.rows,
    columns: cells.columns,
    values: wireNumbers(cells.values),
    range: yield* rangeSteps(matrix),
  };
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
