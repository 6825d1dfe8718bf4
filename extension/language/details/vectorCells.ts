import { cellsOfSteps } from '../../../core/matrixCells';
import { finish } from '../../../core/steps';
import type { VectorCells } from '../../protocol/details/blocks';
import { wireNumbers } from '../wireArrays';

/** More than a tile of a panel has pixels to tell apart. */
const mostCells = 16_384;

/** A vector for a picture: whole, or of neighbours the largest. */
export function vectorCells(values: Float64Array): VectorCells {
  const { length } = values;
  const each = Math.max(1, Math.ceil(length / mostCells));
  const cells =
    each === 1
      ? values
      : finish(cellsOfSteps({ rows: 1, columns: length, values }, 1, Math.ceil(length / each))).values;
  return { length, each, values: wireNumbers(cells) };
}
