import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { besselRatio, logScaledBesselI0 } from '../../../core/numeric/special/bessel';
import { digamma } from '../../../core/numeric/special/digamma';
import {
  errorComplement,
  errorFunction,
  scaledErrorComplement,
} from '../../../core/numeric/special/errorFunction';
import {
  entireExponentialIntegral,
  exponentialIntegral,
} from '../../../core/numeric/special/exponentialIntegral';
import { regularisedBeta } from '../../../core/numeric/special/incompleteBeta';
import { regularisedGamma } from '../../../core/numeric/special/incompleteGamma';
import { excessOfExp, excessOverLog1p, langevin, logSinhc } from '../../../core/numeric/special/logarithms';
import { logBeta } from '../../../core/numeric/special/logBeta';
import { logGamma } from '../../../core/numeric/special/logGamma';
import { trigamma } from '../../../core/numeric/special/trigamma';

interface Oracle {
  readonly source: string;
  readonly cases: readonly {
    readonly function: string;
    readonly at: readonly number[];
    readonly value: number;
  }[];
}

const oracle = JSON.parse(
  readFileSync(new URL('../../oracle/specialFunctions.json', import.meta.url), 'utf8'),
) as Oracle;

/** Each function with the relative error that its docstring allows, in units of 2⁻⁵². */
const functions: Readonly<Record<string, readonly [(...at: number[]) => number, number]>> = {
  logGamma: [logGamma, 4],
  digamma: [digamma, 4],
  trigamma: [trigamma, 4],
  errorFunction: [errorFunction, 4],
  errorComplement: [errorComplement, 16],
  scaledErrorComplement: [scaledErrorComplement, 8],
  logBeta: [logBeta, 32],
  logScaledBesselI0: [logScaledBesselI0, 16],
  besselRatio: [besselRatio, 8],
  exponentialIntegral: [exponentialIntegral, 45],
  entireExponentialIntegral: [entireExponentialIntegral, 45],
  regularisedGamma: [regularisedGamma, 450],
  regularisedBeta: [regularisedBeta, 450],
  langevin: [langevin, 16],
  logSinhc: [logSinhc, 16],
  excessOfExp: [excessOfExp, 16],
  excessOverLog1p: [excessOverLog1p, 16],
};

describe('special functions', () => {
  for (const [name, [compute, units]] of Object.entries(functions)) {
    it(`${name} agrees with 50 digits to ${units} units in the last place`, () => {
      const cases = oracle.cases.filter((entry) => entry.function === name);
      assert.ok(cases.length > 5);
      for (const { at, value } of cases) {
        const actual = compute(...at);
        const error = value === 0 ? Math.abs(actual) : Math.abs(actual / value - 1);
        assert.ok(
          error <= units * 2 ** -52,
          `${name}(${at}) = ${actual}, not ${value}: ${error / 2 ** -52} units`,
        );
      }
    });
  }

  it('answers NaN outside the domain and the limit at its end', () => {
    assert.ok(Number.isNaN(logGamma(-1)) && Number.isNaN(digamma(-1)) && Number.isNaN(logBeta(-1, 2)));
    assert.equal(logGamma(0), Number.POSITIVE_INFINITY);
    assert.equal(digamma(0), Number.NEGATIVE_INFINITY);
    assert.equal(exponentialIntegral(0), Number.POSITIVE_INFINITY);
    assert.equal(besselRatio(Number.POSITIVE_INFINITY), 1);
  });
});
