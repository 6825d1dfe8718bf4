import { createMatrix, type Matrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Reduction } from './loss';

/** What the sum over a batch is divided by: `mean` is the loss's own notion of how many there are. */
export function reductionDivisor(reduction: Reduction, mean: number, samples: number): number {
  switch (reduction) {
    case 'sum':
    case 'none':
      return 1;
    case 'mean':
      return mean;
    case 'batchmean':
      return samples;
  }
}

/** Σ term(ŷ, y) over all entries. */
export function sumOverEntries(
  output: Matrix,
  target: Matrix,
  term: (output: number, target: number, index: number) => number,
): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < output.values.length; i++) sum.add(term(output.values[i], target.values[i], i));
  return sum.value;
}

/** A matrix of the output's shape from each entry and its target. */
export function mapEntries(
  output: Matrix,
  target: Matrix,
  map: (output: number, target: number, index: number) => number,
): Matrix {
  const result = createMatrix(output.rows, output.columns);
  for (let i = 0; i < result.values.length; i++)
    result.values[i] = map(output.values[i], target.values[i], i);
  return result;
}
