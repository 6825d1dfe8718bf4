import { createMatrix, type Matrix } from '../../matrix';
import type { Target } from './loss';

/** The target of a loss of outputs against outputs. Throws RangeError for class indices. */
export function rowsOf(target: Target): Matrix {
  if (target.form === 'classes') throw new RangeError('this loss has no class targets');
  return target.rows;
}

/** Class indices as rows with a single 1; rows as they are. */
export function asProbabilities(target: Target, classes: number): Matrix {
  if (target.form === 'rows') return target.rows;
  const rows = createMatrix(target.classes.length, classes);
  target.classes.forEach((index, sample) => {
    rows.values[sample * classes + index] = 1;
  });
  return rows;
}
