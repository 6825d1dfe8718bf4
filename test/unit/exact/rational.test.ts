import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimalPlaces, parseRational } from '../../../core/exact/parseRational';
import {
  add,
  compare,
  divide,
  multiply,
  printRational,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../core/exact/rational';
import { bitLength, logarithmOf, toNumber } from '../../../core/exact/toNumber';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

function parsed(text: string): Rational {
  const value = parseRational(text);
  assert.ok(value !== null, `${text} was not read`);
  return value;
}

describe('exact rationals', () => {
  for (const [text, numerator, denominator] of [
    ['9/25', 9n, 25n],
    ['0.1', 1n, 10n],
    ['1e-3', 1n, 1000n],
    ['-7/10', -7n, 10n],
    ['\u22120.5', -1n, 2n],
    ['.5', 1n, 2n],
    ['5.', 5n, 1n],
    ['+2.50E+1', 25n, 1n],
    [' 3 / -6 ', -1n, 2n],
    ['0.5/0.25', 2n, 1n],
    ['1_000', 1000n, 1n],
    ['0x1F', 31n, 1n],
    ['-0b101', -5n, 1n],
    ['0x1.8p-3', 3n, 16n],
    ["1'000.25", 4001n, 4n],
    ['2.5f', 5n, 2n],
    ['4.0f64', 4n, 1n],
    ['-3L', -3n, 1n],
    ['1.5*^-3', 3n, 2000n],
    ['2.5`6', 5n, 2n],
    ['3//4', 3n, 4n],
    ['-3 // 4', -3n, 4n],
    ['1f0', 1n, 1n],
    ['1.5b-1', 3n, 20n],
    ['2.5 E-1', 1n, 4n],
    ['0,5', 1n, 2n],
    ['1 234,5', 2469n, 2n],
    ['1.234,5', 2469n, 2n],
    ['1,234.5', 2469n, 2n],
    ['\\frac{9}{25}', 9n, 25n],
    ['- \\dfrac{9}{25}', -9n, 25n],
    ['0{,}5', 1n, 2n],
    ['2 \\times 10^{-3}', 1n, 500n],
    ['10^{-3}', 1n, 1000n],
    ['\\num{4e-2}', 1n, 25n],
    ['½', 1n, 2n],
    ['50%', 1n, 2n],
    ['np.float64(0.25)', 1n, 4n],
  ] as const) {
    it(`reads ${text} exactly`, () => {
      assert.deepEqual(parseRational(text), { numerator, denominator });
    });
  }

  for (const text of ['', '.', 'NaN', 'Infinity', '1/0', '1/2/3', '1e999999', '0x1G', '1 2', '\\foo{2}']) {
    it(`does not take ${JSON.stringify(text)} for a rational`, () => {
      assert.equal(parseRational(text), null);
    });
  }

  it('prints what it reads back', () => {
    fc.assert(fc.property(rationals, (value) => compare(parsed(printRational(value)), value) === 0));
  });

  it('adds and multiplies as a field: the inverse operations lead back', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        assert.deepEqual(subtract(add(a, b), b), a);
        if (compare(b, zero) !== 0) assert.deepEqual(divide(multiply(a, b), b), a);
      }),
    );
  });

  it('turns the shortest decimal of every double back into that double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.equal(toNumber(parsed(String(value))), value === 0 ? 0 : value);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds to nearest, ties to even, as the engine does for long decimals', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,30}$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: -360, max: 300 }), (significand, exponent) => {
        const text = `${significand}e${exponent}`;
        assert.equal(toNumber(parsed(text)), Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes logarithms near one, and beyond the doubles, without losing digits', () => {
    assert.equal(logarithmOf(parsed('1.00000000000000000001')), 1e-20);
    assert.equal(logarithmOf(zero), Number.NEGATIVE_INFINITY);
    const tiny = logarithmOf(parsed('5e-324'));
    assert.ok(Math.abs(tiny - (Math.log(5) - 324 * Math.LN10)) < 2e-13, String(tiny));
    assert.ok(Math.abs(logarithmOf(parsed('1e400')) - 400 * Math.LN10) < 3e-13);
  });

  it('counts the decimal places that were written', () => {
    assert.deepEqual(['0.250', '1e-3', '2.5e1', '25', '1/3'].map(decimalPlaces), [3, 3, 0, 0, null]);
  });

  it('counts binary digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 2n ** 200n }),
        (value) => bitLength(value) === value.toString(2).length,
      ),
    );
  });
});
