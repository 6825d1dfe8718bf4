import assert from 'node:assert/strict';
import fc from 'fast-check';
import { multiply, printRational, rational } from '../../../core/exact/rational';
import { roundQuotient } from '../../../core/exact/roundQuotient';
import { toNumber } from '../../../core/exact/toNumber';
import { determinantSteps } from '../../../core/linear/determinant';
import { exactEliminationSteps } from '../../../core/linear/exactElimination';
import { matrixStatisticsSteps } from '../../../core/linear/matrixStatistics';
import { singularValueSteps } from '../../../core/linear/singularValues';
import { createMatrix, type Matrix } from '../../../core/matrix';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';

function matrixOf(rows: number, columns: number, values: readonly number[]): Matrix {
  return createMatrix(rows, columns, values);
}

const small = fc.integer({ min: -9, max: 9 });
const square = fc
  .integer({ min: 1, max: 5 })
  .chain((size) =>
    fc.array(small, { minLength: size * size, maxLength: size * size }).map((values) => ({ size, values })),
  );

function statisticsOf(text: string) {
  const reading = read(text, { as: 'matrix' });
  assert.equal(reading.kind, 'matrix');
  return finish(matrixStatisticsSteps(text, reading.array));
}

/** By the sum over permutations, which shares nothing with elimination. */
function leibniz(size: number, values: readonly number[], row = 0, free = (1 << size) - 1): number {
  if (row === size) return 1;
  let sum = 0;
  let sign = 1;
  for (let column = 0; column < size; column++) {
    if ((free & (1 << column)) === 0) continue;
    sum += sign * values[row * size + column] * leibniz(size, values, row + 1, free & ~(1 << column));
    sign = -sign;
  }
  return sum;
}

describe('determinants', () => {
  it('are the sums over permutations, exactly and in doubles', () => {
    fc.assert(
      fc.property(square, ({ size, values }) => {
        const expected = leibniz(size, values);
        const entries = values.map((value) => rational(BigInt(value), 3n));
        const { determinant, rank } = finish(exactEliminationSteps(entries, size, size));
        assert.ok(determinant);
        const scaled = multiply(determinant, rational(3n ** BigInt(size)));
        assert.equal(printRational(scaled), String(expected + 0));
        assert.equal(rank === size, expected !== 0);
        const double = toNumber(finish(determinantSteps(matrixOf(size, size, values))));
        assert.ok(Math.abs(double - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${double}`);
      }),
    );
  });

  it('stay in range on the way', () => {
    const values = [1e200, 0, 0, 0, 1e-200, 0, 0, 0, 7];
    assert.equal(toNumber(finish(determinantSteps(matrixOf(3, 3, values)))), 7);
    const huge = finish(determinantSteps(matrixOf(2, 2, [1e300, 0, 0, 1e300])));
    assert.equal(roundQuotient(huge.numerator, huge.denominator, 12), '1.00000000000e+600');
  });
});

describe('singular values', () => {
  it('have the squares of the entries for the sum of theirs, and the determinant for their product', () => {
    fc.assert(
      fc.property(square, ({ size, values }) => {
        const found = finish(singularValueSteps(matrixOf(size, size, values)));
        const squares = values.reduce((sum, value) => sum + value * value, 0);
        const sum = found.reduce((total, value) => total + value * value, 0);
        assert.ok(Math.abs(sum - squares) <= 1e-12 * Math.max(1, squares));
        const product = found.reduce((total, value) => total * value, 1);
        const determinant = Math.abs(leibniz(size, values));
        assert.ok(Math.abs(product - determinant) <= 1e-11 * Math.max(1, (found[0] ?? 1) ** size));
        assert.deepEqual(
          [...found].sort((a, b) => b - a),
          [...found],
        );
      }),
    );
  });

  it('are those of the transpose', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 12, maxLength: 12 }), (values) => {
        const one = finish(singularValueSteps(matrixOf(3, 4, values)));
        const transposed = Array.from(
          { length: 12 },
          (_, index) => values[(index % 3) * 4 + Math.floor(index / 3)],
        );
        const other = finish(singularValueSteps(matrixOf(4, 3, transposed)));
        one.forEach((value, index) => {
          assert.ok(Math.abs(value - other[index]) <= 1e-13 * Math.max(1, one[0]));
        });
      }),
    );
  });

  it('pause on the way, so that a large matrix can be given up', () => {
    const values = Array.from({ length: 100 * 100 }, (_, index) => Math.sin(index * index));
    const steps = singularValueSteps(matrixOf(100, 100, values));
    assert.equal(steps.next().done, false);
  });
});

describe('the statistics of a matrix', () => {
  it('count what is not finite, and zeros', () => {
    const { entries, matrix } = statisticsOf('[[1, NaN, 0], [-Infinity, 2, 0]]');
    assert.deepEqual([entries.nan, entries.infinite, entries.zeros, entries.count], [1, 1, 2, 6]);
    assert.deepEqual([entries.minimum, entries.maximum], [3, 4]);
    assert.equal(entries.mean, 0.75);
    assert.equal(matrix?.spectrum, null);
  });

  it('give mean and deviation without losing the digits of nearly equal numbers', () => {
    const { entries } = statisticsOf('[[1e9, 1000000001], [1000000002, 1000000003]]');
    assert.equal(entries.mean, 1000000001.5);
    assert.ok(Math.abs((entries.deviation ?? 0) - Math.sqrt(1.25)) < 1e-15);
  });

  it('give mean and deviation where sums and squares leave the doubles', () => {
    assert.deepEqual(
      [statisticsOf('[[1e308, 1.5e308]]').entries.mean, statisticsOf('[[3e-320, 1e-320]]').entries.mean],
      [1.25e308, 2e-320],
    );
    assert.equal(statisticsOf('[[1e200, -1e200]]').entries.deviation, 1e200);
    assert.equal(statisticsOf('[[1e-200, -1e-200]]').entries.deviation, 1e-200);
  });

  it('say the rank exactly, where doubles would not', () => {
    const spectrum = statisticsOf('[[0.1, 0.2], [0.3, 0.6]]').matrix?.spectrum;
    assert.deepEqual([spectrum?.rank, spectrum?.isExact, spectrum?.condition], [1, true, null]);
    const hilbert = `[${Array.from({ length: 14 }, (_, i) => `[${Array.from({ length: 14 }, (_, j) => `1/${i + j + 1}`)}]`)}]`;
    assert.equal(statisticsOf(hilbert).matrix?.spectrum?.rank, 14);
  });

  it('say the determinant as a fraction', () => {
    const exact = statisticsOf('[[1/2, 1/3], [1/4, 1/5]]').matrix?.spectrum?.determinant;
    assert.equal(exact === null || exact === undefined ? null : printRational(exact), '1/60');
  });

  it('know rows that are distributions, printed with rounding or not', () => {
    const are = (text: string) => statisticsOf(text).matrix?.rowsAreDistributions;
    assert.equal(are('[[0.5, 0.5], [0.25, 0.75]]'), true);
    assert.equal(are('[[0.333, 0.333, 0.333], [0.2, 0.3, 0.5]]'), true);
    assert.equal(are('[[1/3, 1/3, 1/3], [0.2, 0.3, 0.5]]'), true);
    assert.equal(are('[[0.30, 0.30, 0.30], [0.2, 0.3, 0.5]]'), false);
    assert.equal(are('[[1.5, -0.5], [0.5, 0.5]]'), false);
    assert.equal(are('[[1], [1]]'), false);
    assert.equal(are('[[0.5, 0.5], [0.25, 0.8]]'), false);
    assert.equal(are('[[0.33, 0.33, 0.33], [0.2, 0.3, 0.5]]'), true);
    assert.equal(are('[[0.5, 0.5], [1, 1]]'), false);
  });

  it('know symmetric matrices', () => {
    assert.equal(statisticsOf('[[1, 2], [2, 3]]').matrix?.symmetry, 'symmetric');
    assert.equal(statisticsOf('[[0, 2], [-2, 0]]').matrix?.symmetry, 'skew-symmetric');
    assert.equal(statisticsOf('[[1, 2], [3, 4]]').matrix?.symmetry, null);
  });

  it('are those of the entries alone where there is no matrix', () => {
    const { entries, frobenius, matrix } = statisticsOf('[3, 4]');
    assert.deepEqual([entries.count, frobenius, matrix], [2, 5, null]);
  });

  it('find singular values that come in pairs which differ by a rounding, in few steps', () => {
    const text = `[[0, -0.36, 0.05, 1.24], [3.5999999999999999e-01, 0, -0.31, 2.23],
      [-5.0000000000000003e-02, 0.31, 0, 0.36], [-1.24, -2.23, -3.5999999999999999e-01, 0]]`;
    const reading = read(text, { as: 'matrix' });
    assert.equal(reading.kind, 'matrix');
    const steps = matrixStatisticsSteps(text, reading.array);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count++;
    const values = step.value.matrix?.spectrum?.singularValues;
    assert.ok(values !== undefined && count < 300, `${count} steps`);
    const [first, second, third, last] = values;
    assert.ok(Math.abs(first - second) < 1e-15 && Math.abs(third - last) < 1e-15, String(values));
    assert.ok(Math.abs(first * third - Math.sqrt(0.39125025)) < 1e-14);
  });

  it('have no spectrum of a large matrix', () => {
    const row = `[${Array.from({ length: 130 }, (_, index) => index)}]`;
    const { matrix } = statisticsOf(`[${Array.from({ length: 130 }, () => row)}]`);
    assert.equal(matrix?.spectrum, null);
    assert.equal(matrix?.oneNorm, 129 * 130);
  });
});
