import type { Steps } from '../steps';
import type { DistributionParts } from './distribution';
import type { ArrayItem } from './items';
import { measureOf, toMeasure } from './measure';
import { outcomeNames, rowLabels } from './outcomeNames';
import type { NumberArray } from './reading';
import { columnOf, rowOf } from './shapes';
import type { Source } from './source';

/** So far from one may the sum of probabilities be that were rounded in writing. */
export const roundingOfSums = 0.01;

/** Arrays without names as P and Q: two selections, two vectors, two rows of one matrix, or P alone. */
export function* readBareDistribution(
  source: Source,
  arrays: readonly ArrayItem[],
  selections: number,
): Steps<DistributionParts | null> {
  const [first, second] = arrays;
  if (first === undefined || first.array.shape.length === 0 || arrays.length > 2) return null;
  const { shape } = first.array;
  const { columns: header } = first;
  const columns = header !== undefined && header.length === shape[1] ? outcomeNames(header) : null;
  if (second === undefined && isTwoColumns(first.array)) {
    const [ofP, ofQ] = [columnOf(first.array, 0), columnOf(first.array, 1)];
    const labels = rowLabels(source.text, ofP);
    const names = labels === null ? null : outcomeNames(labels);
    const p = toMeasure(source, 'P', ofP, names);
    const q = toMeasure(source, 'Q', ofQ, names);
    return p === null ? null : { p, q, base: Math.E, choices: [{ rule: 'two-columns' }] };
  }
  if (second === undefined && shape.length === 2 && shape[0] === 2 && shape[1] !== 1) {
    const p = toMeasure(source, 'P', rowOf(first.array, 0), columns);
    const q = toMeasure(source, 'Q', rowOf(first.array, 1), columns);
    return p === null ? null : { p, q, base: Math.E, choices: [{ rule: 'two-rows' }] };
  }
  if (second === undefined && shape.length === 2 && shape[0] > 2 && shape[1] > 1) {
    return readRows(source, first.array, columns);
  }
  const p = yield* measureOf(source, 'P', first, undefined);
  if (p === null) return null;
  if (second === undefined) return { p, q: null, base: Math.E, choices: [] };
  const q = yield* measureOf(source, 'Q', second, first.labels);
  const rule = selections === 2 ? 'two-selections' : 'two-rows';
  return { p, q, base: Math.E, choices: [{ rule }] };
}

/** Whether two columns sum to one, and the rows do not. */
function isTwoColumns({ shape, values }: NumberArray): boolean {
  const [rows = 0, columns = 0] = shape;
  if (shape.length !== 2 || columns !== 2 || rows < 2) return false;
  const isOne = (numbers: Float64Array) =>
    Math.abs(numbers.reduce((sum, value) => sum + value, 0) - 1) <= roundingOfSums;
  const column = (at: number) => values.filter((_, index) => index % 2 === at);
  const isDistribution = (row: number) => isOne(values.subarray(2 * row, 2 * row + 2));
  return (
    isOne(column(0)) &&
    isOne(column(1)) &&
    !Array.from({ length: rows }, (_, row) => row).every(isDistribution)
  );
}

/** Each row of a matrix a distribution: P and Q are the first two, and every pair has its divergence. */
function readRows(
  source: Source,
  array: NumberArray,
  names: readonly string[] | null,
): DistributionParts | null {
  const [count = 0] = array.shape;
  const rows = Array.from({ length: count }, (_, row) =>
    toMeasure(source, String(row + 1), rowOf(array, row), names),
  );
  const whole = rows.filter((row) => row !== null);
  const [p, q] = whole;
  if (p === undefined || q === undefined || whole.length < count) return null;
  const named = [
    { ...p, label: 'P' },
    { ...q, label: 'Q' },
  ] as const;
  return { p: named[0], q: named[1], rows: whole, base: Math.E, choices: [{ rule: 'rows', count }] };
}
