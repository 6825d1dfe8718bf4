import type { Matrix } from '../../core/matrix';
import type { WireMatrix } from '../protocol/result';
import { toWire, type WireNumber } from '../protocol/wire';

/** Longer lists that are made of their length are kept as tables of places, many times as large. */
const longestReserved = 2 ** 24;

export function wireNumbers(values: Float64Array): WireNumber[] {
  // Of its length from the beginning: a list that grows leaves as much behind as it holds in the end.
  const numbers = new Array<WireNumber>(Math.min(values.length, longestReserved));
  for (const [index, value] of values.entries()) numbers[index] = toWire(value);
  return numbers;
}

/** Rows of numbers. */
export function wireMatrix({ rows, columns, values }: Matrix): WireMatrix {
  return Array.from({ length: rows }, (_, row) =>
    wireNumbers(values.subarray(row * columns, (row + 1) * columns)),
  );
}
