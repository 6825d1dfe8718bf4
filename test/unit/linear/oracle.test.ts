import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixStatisticsSteps } from '../../../core/linear/matrixStatistics';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';

interface Figures {
  readonly rows: readonly (readonly string[])[];
  readonly singularValues: readonly string[];
  readonly determinant: string | null;
  readonly frobenius: string;
  readonly oneNorm: string;
  readonly infinityNorm: string;
}

const cases: Readonly<Record<string, Figures>> = JSON.parse(
  readFileSync(join(__dirname, '../../oracle/matrices.json'), 'utf8'),
);

/** Singular values of doubles are known to a few roundings of the largest one. */
const tolerance = 16 * Number.EPSILON;

function close(actual: number | null | undefined, expected: string, scale: number): void {
  assert.ok(
    typeof actual === 'number' &&
      (actual === Number(expected) || Math.abs(actual - Number(expected)) <= tolerance * scale),
    `${actual} is not ${expected}`,
  );
}

describe('what mpmath says of a matrix', () => {
  for (const [name, figures] of Object.entries(cases)) {
    it(`holds for ${name}`, () => {
      const text = `[${figures.rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
      const reading = read(text, { as: 'matrix' });
      assert.equal(reading.kind, 'matrix');
      const { matrix, frobenius } = finish(matrixStatisticsSteps(text, reading.array));
      assert.ok(matrix?.spectrum);
      const { singularValues, determinant, rank } = matrix.spectrum;
      const largest = Number(figures.singularValues[0]);
      assert.equal(singularValues.length, figures.singularValues.length);
      for (const [index, expected] of figures.singularValues.entries()) {
        close(singularValues[index], expected, largest);
      }
      const wanted = figures.singularValues.filter(
        (value) => Math.abs(Number(value)) > 1e-40 * largest,
      ).length;
      assert.equal(rank, largest === 0 ? 0 : wanted);
      if (figures.determinant === null) assert.equal(determinant, null);
      else if (rank < figures.rows.length) assert.equal(determinant, 0);
      else close(determinant, figures.determinant, Math.abs(Number(figures.determinant)));
      close(frobenius, figures.frobenius, Number(figures.frobenius));
      close(matrix.oneNorm, figures.oneNorm, Number(figures.oneNorm));
      close(matrix.infinityNorm, figures.infinityNorm, Number(figures.infinityNorm));
    });
  }
});
