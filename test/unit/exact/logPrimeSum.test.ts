import assert from 'node:assert/strict';
import { addLogarithm, logPrimeSum, type PrimeLogs } from '../../../core/exact/logPrimeSum';
import { createFactoriser } from '../../../core/exact/primes';

function sumOf(...terms: readonly (readonly [weight: bigint, argument: bigint])[]): PrimeLogs {
  const sum: PrimeLogs = new Map();
  const factorise = createFactoriser(100_000);
  for (const [weight, argument] of terms) assert.ok(addLogarithm(sum, weight, argument, factorise));
  return sum;
}

describe('sums of logarithms in normal form', () => {
  it('has a common denominator, primes ascending, and a true minus', () => {
    const sum = sumOf([-50n, 5n], [55n, 3n], [32n, 2n]);
    assert.equal(logPrimeSum(sum, 25n).text, '(32 ln 2 + 55 ln 3 \u2212 50 ln 5)/25');
  });

  it('writes a single logarithm without brackets, and one over a denominator with them', () => {
    assert.equal(logPrimeSum(sumOf([1n, 3n]), 1n).text, 'ln 3');
    assert.equal(logPrimeSum(sumOf([1n, 4n]), 1n).text, '2 ln 2');
    assert.equal(logPrimeSum(sumOf([-1n, 2n]), 3n).text, '(\u2212ln 2)/3');
    assert.equal(logPrimeSum(sumOf([-1n, 2n], [3n, 5n]), 1n).text, '\u2212ln 2 + 3 ln 5');
  });

  it('reduces fractions, and forgets what cancels', () => {
    assert.equal(logPrimeSum(sumOf([4n, 6n], [-4n, 3n]), 8n).text, '(ln 2)/2');
    const nothing = logPrimeSum(sumOf([5n, 12n], [-5n, 3n], [-10n, 2n]), 7n);
    assert.deepEqual(nothing, { terms: [], text: '0' });
  });

  it('divides by the logarithm of another base', () => {
    assert.equal(logPrimeSum(sumOf([3n, 3n]), 2n, 2).text, '(3 ln 3)/(2 ln 2)');
    assert.equal(logPrimeSum(sumOf([1n, 3n]), 1n, 10).text, '(ln 3)/ln 10');
  });
});
