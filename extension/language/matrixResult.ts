import { printRational } from '../../core/exact/rational';
import { toNumber } from '../../core/exact/toNumber';
import { rowSumSteps } from '../../core/linear/rowSums';
import { finish } from '../../core/steps';
import type { MatrixStudy } from '../../core/study';
import type { WireStatistics } from '../protocol/result';
import { toWire, type WireNumber } from '../protocol/wire';

/** The statistics of a matrix as the command line prints them. */
export function statisticsResult({ reading, statistics }: MatrixStudy): WireStatistics {
  const { entries, frobenius, matrix } = statistics;
  const { values, shape } = reading.array;
  const [rows = 0, columns = 0] = shape;
  const { count, nan, infinite, zeros, minimum, maximum, mean, deviation } = entries;
  const spectrum = matrix?.spectrum ?? null;
  const numbers = (list: Float64Array): readonly WireNumber[] => Array.from(list, toWire);
  return {
    count,
    nan,
    infinite,
    zeros,
    ...(minimum === null ? {} : { minimum: toWire(values[minimum]) }),
    ...(maximum === null ? {} : { maximum: toWire(values[maximum]) }),
    ...(mean === null ? {} : { mean: toWire(mean) }),
    ...(deviation === null ? {} : { standardDeviation: toWire(deviation) }),
    norms: {
      frobenius: toWire(frobenius),
      ...(matrix === null ? {} : { one: toWire(matrix.oneNorm), infinity: toWire(matrix.infinityNorm) }),
      ...(spectrum === null ? {} : { two: toWire(spectrum.singularValues[0]) }),
    },
    ...(matrix === null
      ? {}
      : {
          rowSums: numbers(finish(rowSumSteps({ rows, columns, values }))),
          rowsAreDistributions: matrix.rowsAreDistributions,
          ...(matrix.trace === null ? {} : { trace: toWire(matrix.trace) }),
          ...(matrix.symmetry === null ? {} : { symmetry: matrix.symmetry }),
        }),
    ...(spectrum === null
      ? {}
      : {
          singularValues: numbers(spectrum.singularValues),
          ...(spectrum.condition === null && spectrum.rank === spectrum.singularValues.length
            ? {}
            : {
                conditionNumber: toWire(
                  spectrum.condition === null ? Number.POSITIVE_INFINITY : toNumber(spectrum.condition),
                ),
              }),
          rank: spectrum.rank,
          ...(spectrum.determinant === null ? {} : { determinant: toWire(toNumber(spectrum.determinant)) }),
          ...(spectrum.isExact
            ? {
                exact: {
                  rank: spectrum.rank,
                  ...(spectrum.determinant === null
                    ? {}
                    : { determinant: printRational(spectrum.determinant) }),
                },
              }
            : {}),
        }),
  };
}
