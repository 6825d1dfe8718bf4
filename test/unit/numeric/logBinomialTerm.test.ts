import assert from 'node:assert/strict';
import { logBinomialTerm } from '../../../core/numeric/special/logBinomialTerm';

/** By its definition, with factors small enough for doubles. */
function plain(k: number, rest: number, p: number): number {
  let value = k * Math.log(p) + rest * Math.log1p(-p);
  for (let i = 1; i <= k; i++) value += Math.log1p(rest / i);
  return value;
}

describe('ln of a binomial term', () => {
  it('is that of its definition', () => {
    for (const k of [0, 1, 7, 8, 9, 40]) {
      for (const rest of [0, 3, 7.5, 8, 12.25, 100]) {
        for (const p of [0.001, 0.3, 0.9]) {
          const [value, wanted] = [logBinomialTerm(k, rest, p), plain(k, rest, p)];
          assert.ok(Math.abs(value - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted)), `${k}, ${rest}, ${p}`);
        }
      }
    }
  });

  it('sums to one over a million outcomes without losing digits', () => {
    const n = 1_000_000;
    let sum = 0;
    for (let k = 290_000; k <= 310_000; k++) sum += Math.exp(logBinomialTerm(k, n - k, 0.3));
    assert.ok(Math.abs(sum - 1) < 1e-13, String(sum));
  });

  it('is 0 where everything is certain', () => {
    assert.equal(logBinomialTerm(0, 5, 0), 0);
    assert.equal(logBinomialTerm(5, 0, 1), 0);
    assert.equal(logBinomialTerm(20, 10, 1), Number.NEGATIVE_INFINITY);
  });
});
