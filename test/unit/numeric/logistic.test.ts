import assert from 'node:assert/strict';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  hyperbolicSecantSquared,
  logisticSlope,
  sigmoidOf,
  softplusOf,
} from '../../../core/numeric/logistic';

const Precise = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });
const arguments_ = fc.double({ min: -745, max: 745, noNaN: true });

/** The double itself: a decimal made from a number takes its shortest digits instead. */
function exactly(x: number): Decimal {
  return new Precise(x.toPrecision(60));
}

function closeInUlps(value: number, exact: Decimal, ulps: number): void {
  const wanted = exact.toNumber();
  const ulp = Math.max(2 ** -1074, Math.abs(wanted) * 2 ** -52);
  const distance = exact.minus(exactly(value)).abs().toNumber();
  assert.ok(distance <= ulps * ulp, `${value} is ${distance / ulp} ulps from ${exact.toString()}`);
}

const exponential = (x: number) => exactly(x).exp();

/** ln(1 + y). Of a tiny y the sum would keep too few of the 60 digits; two terms of the series have them all. */
const logarithmOfOnePlus = (y: Decimal) => (y.lessThan('1e-30') ? y.minus(y.pow(2).div(2)) : y.plus(1).ln());

describe('sigmoid, softplus and their derivatives, from −745 to 745', () => {
  for (const [name, value, exact] of [
    ['σ', sigmoidOf, (x: number) => new Precise(1).div(exponential(-x).plus(1))],
    [
      'σ′',
      logisticSlope,
      (x: number) => new Precise(1).div(exponential(-x).plus(1)).div(exponential(x).plus(1)),
    ],
    ['softplus', softplusOf, (x: number) => logarithmOfOnePlus(exponential(x))],
    [
      '1 − tanh²',
      hyperbolicSecantSquared,
      (x: number) => new Precise(4).div(exponential(x).plus(exponential(-x)).pow(2)),
    ],
  ] as const) {
    it(`${name} is right to 4 ulps`, () => {
      fc.assert(
        fc.property(arguments_, (x) => closeInUlps(value(x), exact(x), 4)),
        {
          numRuns: 120,
          examples: [[0], [1e-300], [-745], [745], [37], [40], [-40], [-102.2167], [0.5], [-1e-9]],
        },
      );
    });
  }

  it('knows that σ′(40) is not 0', () => {
    assert.ok(Math.abs(logisticSlope(40) - 4.248354255291589e-18) < 1e-32);
  });

  it('carries NaN and infinities through', () => {
    assert.ok([sigmoidOf, logisticSlope, softplusOf].every((of) => Number.isNaN(of(Number.NaN))));
    assert.deepEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(sigmoidOf), [0, 1]);
    assert.deepEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(logisticSlope), [0, 0]);
    assert.equal(softplusOf(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  });
});
