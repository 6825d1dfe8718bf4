import type { Matrix } from '../../core/matrix';
import type { WireMatrix } from '../protocol/result';
import { toWire, type WireNumber } from '../protocol/wire';

export function wireNumbers(values: Float64Array): WireNumber[] {
  return Array.from(values, toWire);
}

/** Rows of numbers. */
export function wireMatrix({ rows, columns, values }: Matrix): WireMatrix {
  return Array.from({ length: rows }, (_, row) =>
    wireNumbers(values.subarray(row * columns, (row + 1) * columns)),
  );
}
