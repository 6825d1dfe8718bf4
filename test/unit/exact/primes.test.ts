import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFactoriser } from '../../../core/exact/primes';

const work = 1_000_000;

describe('prime factors', () => {
  it('multiply back to the number, and each divides by nothing below its root', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 40n }), (value) => {
        const factors = createFactoriser(work)(value);
        assert.ok(factors !== null);
        let product = 1n;
        for (const [prime, multiplicity] of factors) {
          product *= prime ** BigInt(multiplicity);
          for (let divisor = 2n; divisor < 2000n && divisor * divisor <= prime; divisor++) {
            assert.notEqual(prime % divisor, 0n, `${prime} is not prime`);
          }
        }
        assert.equal(product, value);
      }),
      { numRuns: 60 },
    );
  });

  it('splits a product of two primes of ten digits, and the square of a prime', () => {
    assert.deepEqual([...(createFactoriser(work)(1_000_000_007n * 998_244_353n) ?? [])].sort(), [
      [1_000_000_007n, 1],
      [998_244_353n, 1],
    ]);
    assert.deepEqual([...(createFactoriser(work)(1_000_003n ** 2n) ?? [])], [[1_000_003n, 2]]);
  });

  it('is not deceived by Carmichael numbers and strong pseudoprimes', () => {
    const factors = (value: bigint) => [...(createFactoriser(work)(value)?.keys() ?? [])];
    assert.deepEqual(factors(3_215_031_751n), [151n, 751n, 28_351n]);
    assert.deepEqual(factors(341_550_071_728_321n).sort(), [10_670_053n, 32_010_157n]);
  });

  it('splits products of primes that are found at once, within little work', () => {
    const primes = [1009n, 1013n, 1019n, 1021n, 1031n, 1033n, 1039n, 1049n];
    for (const p of primes) {
      for (const q of primes) assert.notEqual(createFactoriser(2_000)(p * q), null, `${p} · ${q}`);
    }
  });

  it('has no factors for one', () => {
    assert.equal(createFactoriser(work)(1n)?.size, 0);
  });

  it('gives up where it would take too long', () => {
    const hard = 1_000_000_000_039n * 1_000_000_000_061n;
    assert.equal(createFactoriser(1000)(hard), null);
  });
});
