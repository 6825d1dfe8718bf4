import { hyperbolicSecantSquared, logisticSlope, sigmoidOf, softplusOf } from '../numeric/logistic';
import { writeLogSoftmax, writeSoftmax } from '../numeric/softmax';
import { errorFunction, gaussian } from '../numeric/special/errorFunction';
import { inSlices } from '../steps';
import type { RowFunction, RowFunctionName, VectorFunction, VectorFunctionName } from './kernels';

interface ScalarFunction {
  value(x: number): number;
  slope(x: number): number;
}

/** A value or a slope, in multiply-adds. */
const work = 30;

function overArrays({ value: valueAt, slope: slopeAt }: ScalarFunction): VectorFunction {
  return function* (s, value, slope) {
    yield* inSlices(s.length, (slope === null ? 1 : 2) * work, (first, end) => {
      for (let i = first; i < end; i++) {
        value[i] = valueAt(s[i]);
        if (slope !== null) slope[i] = slopeAt(s[i]);
      }
    });
  };
}

function overRows(write: (row: Float64Array, output: Float64Array) => void): RowFunction {
  return function* (s, output) {
    const { rows, columns } = s;
    yield* inSlices(rows, columns * work, (first, end) => {
      for (let start = first * columns; start < end * columns; start += columns) {
        write(s.values.subarray(start, start + columns), output.values.subarray(start, start + columns));
      }
    });
  };
}

export const typescriptVectorFunctions: Readonly<Record<VectorFunctionName, VectorFunction>> = {
  exp: overArrays({ value: Math.exp, slope: Math.exp }),
  log: overArrays({ value: Math.log, slope: (x) => 1 / x }),
  erf: overArrays({
    value: errorFunction,
    slope: (x) => (2 / Math.sqrt(Math.PI)) * gaussian(Math.abs(x)),
  }),
  sigmoid: overArrays({ value: sigmoidOf, slope: logisticSlope }),
  tanh: overArrays({ value: Math.tanh, slope: hyperbolicSecantSquared }),
  softplus: overArrays({ value: softplusOf, slope: sigmoidOf }),
};

export const typescriptRowFunctions: Readonly<Record<RowFunctionName, RowFunction>> = {
  softmax: overRows(writeSoftmax),
  logSoftmax: overRows(writeLogSoftmax),
};
