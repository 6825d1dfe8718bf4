import assert from 'node:assert/strict';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { certifiedDecimal, certifiedFixed, signOf } from '../../../core/exact/certified';
import { addLogarithm, type LogPrimeSum, logPrimeSum, type PrimeLogs } from '../../../core/exact/logPrimeSum';
import { createFactoriser } from '../../../core/exact/primes';
import { rational } from '../../../core/exact/rational';

const Precise = Decimal.clone({ precision: 80 });

function sumOf(
  terms: readonly (readonly [weight: bigint, argument: bigint])[],
  denominator = 1n,
): LogPrimeSum {
  const sum: PrimeLogs = new Map();
  const factorise = createFactoriser(100_000);
  for (const [weight, argument] of terms) addLogarithm(sum, weight, argument, factorise);
  return logPrimeSum(sum, denominator);
}

function decimalOf({ terms }: LogPrimeSum): Decimal {
  return terms.reduce((sum, { prime, coefficient }) => {
    const weight = new Precise(String(coefficient.numerator)).div(String(coefficient.denominator));
    return sum.plus(weight.times(new Precise(String(prime)).ln()));
  }, new Precise(0));
}

const sums = fc
  .tuple(
    fc.array(fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 10_000n })), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.bigInt({ min: 1n, max: 10_000n }),
  )
  .map(([terms, denominator]) => sumOf(terms, denominator));

describe('certified decimals of sums of logarithms', () => {
  it('are those of the exercise, every digit right', () => {
    const kl = sumOf(
      [
        [32n, 2n],
        [55n, 3n],
        [-50n, 5n],
      ],
      25n,
    );
    assert.equal(certifiedDecimal(kl, 3), '0.0853');
    assert.equal(certifiedDecimal(kl, 40), decimalOf(kl).toPrecision(40));
  });

  it('agree with another arithmetic of 80 digits', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 30 }), (sum, digits) => {
        const wanted = sum.terms.length === 0 ? '0' : decimalOf(sum).toPrecision(digits);
        const got = certifiedDecimal(sum, digits);
        assert.ok(got === wanted || new Precise(got).eq(wanted), `${got} is not ${wanted}`);
        assert.equal(signOf(sum), sum.terms.length === 0 ? 0 : Math.sign(decimalOf(sum).toNumber()));
      }),
    );
  });

  it('are divided by the logarithm of another base', () => {
    const two = rational(2n);
    assert.equal(certifiedDecimal(sumOf([[3n, 2n]]), 5, two), '3.0000');
    assert.equal(certifiedDecimal(sumOf([[3n, 2n]], 8n), 2, two), '0.38');
    const three = new Precise(3).ln().div(new Precise(10).ln()).toPrecision(30);
    assert.equal(certifiedDecimal(sumOf([[1n, 3n]]), 30, rational(10n)), three);
  });

  it('take any base, also a fraction and one below one', () => {
    const sum = sumOf([[5n, 3n]], 7n);
    for (const [numerator, denominator] of [
      [5n, 2n],
      [1n, 3n],
      [999n, 1000n],
    ]) {
      const base = new Precise(String(numerator)).div(String(denominator));
      const wanted = decimalOf(sum).div(base.ln());
      const got = certifiedDecimal(sum, 25, rational(numerator, denominator));
      assert.ok(new Precise(got).eq(wanted.toPrecision(25)), `${got} is not ${wanted}`);
    }
  });

  it('have as many decimals as asked, each right', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 0, max: 25 }), (sum, decimals) => {
        const wanted = decimalOf(sum).toFixed(decimals);
        assert.ok(new Precise(certifiedFixed(sum, decimals)).eq(wanted), wanted);
      }),
    );
    assert.equal(certifiedFixed(sumOf([[-1n, 2n]], 1000n), 2), '0.00');
    assert.equal(certifiedFixed(sumOf([[-1n, 2n]], 100n), 2), '-0.01');
    assert.equal(certifiedFixed(sumOf([]), 3), '0.000');
  });

  it('decide the sign of what is nearly zero', () => {
    // (1 + 1/n)ⁿ⁺¹ > (1 + 1/(n + 1))ⁿ⁺² by about 1/n² of its logarithm.
    const n = 1_000_000n;
    const sum = sumOf([
      [n + 1n, n + 1n],
      [-(n + 1n), n],
      [-(n + 2n), n + 2n],
      [n + 2n, n + 1n],
    ]);
    assert.equal(signOf(sum), 1);
    assert.equal(
      signOf(
        sumOf([
          [-1n, 9n],
          [2n, 3n],
        ]),
      ),
      0,
    );
  });

  it('are zero for no terms, and have an exponent where they are tiny', () => {
    assert.equal(certifiedDecimal(sumOf([]), 6), '0');
    assert.equal(certifiedDecimal(sumOf([[1n, 2n]], 10n ** 30n), 6), '6.93147e-31');
  });
});
