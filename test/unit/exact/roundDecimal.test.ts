import assert from 'node:assert/strict';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { roundDecimal } from '../../../core/exact/roundDecimal';

describe('rounding of a written decimal', () => {
  it('rounds half away from zero, keeps zeros, and writes no negative zero', () => {
    assert.equal(roundDecimal('0.08527', 4), '0.0853');
    assert.equal(roundDecimal('-2.5', 0), '-3');
    assert.equal(roundDecimal('1', 3), '1.000');
    assert.equal(roundDecimal('6.93147e-31', 4), '0.0000');
    assert.equal(roundDecimal('-1.5e-3', 2), '0.00');
    assert.equal(roundDecimal('1.5e+3', 1), '1500.0');
  });

  it('agrees with another arithmetic', () => {
    const Precise = Decimal.clone({ precision: 80, toExpNeg: -7, toExpPos: 9 });
    const values = fc.tuple(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: -40, max: 5 }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 12 }), ([digits, exponent], decimals) => {
        const value = new Precise(String(digits)).times(new Precise(10).pow(exponent));
        const wanted = value.toFixed(decimals, Decimal.ROUND_HALF_UP).replace(/^-(0(?:\.0*)?)$/, '$1');
        assert.equal(roundDecimal(value.toString(), decimals), wanted);
      }),
    );
  });
});
