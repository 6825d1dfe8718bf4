import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CompensatedSum } from '../../../core/numeric/compensatedSum';
import { largestIndex, logSumExp } from '../../../core/numeric/logSumExp';

function sumOf(terms: readonly number[]): number {
  const sum = new CompensatedSum();
  for (const term of terms) sum.add(term);
  return sum.value;
}

describe('compensated sums', () => {
  it('keeps what plain addition loses', () => {
    assert.equal(sumOf([1, 1e100, 1, -1e100]), 2);
    assert.equal(sumOf(Array.from({ length: 10 }, () => 0.1)), 1);
  });

  it('goes to infinity and to NaN as addition does', () => {
    assert.equal(sumOf([1, Number.POSITIVE_INFINITY, 2]), Number.POSITIVE_INFINITY);
    assert.ok(Number.isNaN(sumOf([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])));
    assert.ok(Number.isNaN(sumOf([1, Number.NaN])));
  });

  it('of integers is exact in any order', () => {
    const integers = fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), { maxLength: 100 });
    fc.assert(
      fc.property(integers, (terms) => {
        const exact = terms.reduce((sum, term) => sum + BigInt(term), 0n);
        return sumOf(terms) === Number(exact) && sumOf([...terms].reverse()) === Number(exact);
      }),
    );
  });
});

describe('the logarithm of a sum of powers', () => {
  it('keeps the part that a saturated sum would lose', () => {
    const { largest, excess } = logSumExp([700, 0]);
    assert.equal(largest, 700);
    assert.equal(excess, Math.exp(-700));
  });

  it('does not overflow, and finds the largest or a NaN', () => {
    assert.equal(logSumExp([1000, 1000]).excess, Math.LN2);
    assert.equal(largestIndex([1, 3, 2]), 1);
    assert.equal(largestIndex([1, Number.NaN, 2]), 1);
  });
});
