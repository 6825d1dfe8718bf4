import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRational } from '../../../core/exact/parseRational';
import type { Rational } from '../../../core/exact/rational';
import { roundQuotient } from '../../../core/exact/roundQuotient';
import { matrixStatisticsSteps } from '../../../core/linear/matrixStatistics';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';

interface Figures {
  readonly rows: readonly (readonly string[])[];
  readonly singularValues: readonly string[];
  /** Null where it is infinite. */
  readonly condition: string | null;
  readonly determinant: string | null;
  readonly frobenius: string;
  readonly oneNorm: string;
  readonly infinityNorm: string;
}

const cases: Readonly<Record<string, Figures>> = JSON.parse(
  readFileSync(join(__dirname, '../../oracle/matrices.json'), 'utf8'),
);

/** A few ulps: singular values are computed in fractions but for large matrices of good condition. */
const tolerance = 4 * Number.EPSILON;
/** A large matrix is known to some roundings of its largest singular value. */
const alwaysExactSide = 12;

function close(actual: number | null | undefined, expected: string, allowed: number): void {
  assert.ok(
    typeof actual === 'number' &&
      (actual === Number(expected) || Math.abs(actual - Number(expected)) <= allowed),
    `${actual} is not ${expected}`,
  );
}

/** As far as six digits of decimals tell, also beyond the doubles. */
function shows(actual: Rational | null | undefined, expected: string | null): void {
  const shown = (value: Rational) =>
    roundQuotient(value.numerator < 0n ? -value.numerator : value.numerator, value.denominator, 6);
  const wanted = expected === null ? null : parseRational(expected);
  assert.equal(actual ? shown(actual) : actual, wanted ? shown(wanted) : wanted);
}

describe('what mpmath says of a matrix', () => {
  for (const [name, figures] of Object.entries(cases)) {
    it(`holds for ${name}`, () => {
      const text = `[${figures.rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
      const reading = read(text, { as: 'matrix' });
      assert.equal(reading.kind, 'matrix');
      const { matrix, frobenius } = finish(matrixStatisticsSteps(text, reading.array));
      assert.ok(matrix?.spectrum);
      const { singularValues, determinant, condition, rank } = matrix.spectrum;
      const largest = Number(figures.singularValues[0]);
      const isExact = singularValues.length <= alwaysExactSide;
      assert.equal(singularValues.length, figures.singularValues.length);
      const full = figures.condition === null ? rank : singularValues.length;
      for (const [index, expected] of figures.singularValues.entries()) {
        const size = isExact ? Number(expected) : largest;
        if (index < full) close(singularValues[index], expected, (isExact ? 1 : 8) * tolerance * size);
        else assert.equal(singularValues[index], 0);
      }
      assert.equal(rank === singularValues.length, figures.condition !== null);
      shows(condition, figures.condition);
      if (figures.determinant === null) assert.equal(determinant, null);
      else if (rank < figures.rows.length) assert.deepEqual(determinant, { numerator: 0n, denominator: 1n });
      else shows(determinant, figures.determinant.replace(/^-/, ''));
      close(frobenius, figures.frobenius, tolerance * Number(figures.frobenius));
      close(matrix.oneNorm, figures.oneNorm, tolerance * Number(figures.oneNorm));
      close(matrix.infinityNorm, figures.infinityNorm, tolerance * Number(figures.infinityNorm));
    });
  }
});
