import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRational } from '../../../core/exact/parseRational';
import { toNumber } from '../../../core/exact/toNumber';
import { NumberScanner } from '../../../core/text/number';

const scanner = new NumberScanner();

function numberIn(text: string): number | null {
  const outcome = scanner.scan(text, 0, text.length);
  return outcome === 'number' && scanner.end === text.length ? scanner.value : null;
}

describe('reading a number', () => {
  for (const [text, value] of [
    ['0', 0],
    ['-0', -0],
    ['+3', 3],
    ['.5', 0.5],
    ['1.', 1],
    ['−2.5', -2.5],
    ['1e3', 1000],
    ['5E-324', 5e-324],
    ['1.5e−3', 0.0015],
    ['1_000.5', 1000.5],
    ['0x1F', 31],
    ['0b101', 5],
    ['0o17', 15],
    ['9007199254740993', 9007199254740992],
    ['0.1234567890123456789', 0.12345678901234568],
    ['1e400', Number.POSITIVE_INFINITY],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['inf', Number.POSITIVE_INFINITY],
    ['∞', Number.POSITIVE_INFINITY],
    ['9/25', 9 / 25],
    ['-7/10', -0.7],
    ['1/-4', -0.25],
    ['1 / 3', 1 / 3],
    ['0.5/3', 0.5 / 3],
    ['-0/5', -0],
  ] as const) {
    it(`takes ${text} for ${Object.is(value, -0) ? '-0' : value}`, () => {
      assert.ok(Object.is(numberIn(text), value), `${numberIn(text)}`);
    });
  }

  for (const text of [
    '',
    '-',
    '.',
    '--2',
    '1.2.3',
    '4e',
    '3x',
    'NaNN',
    '33%',
    '1-2',
    '1/2/3',
    'nano',
    '1e',
    '0xZ',
    '1__0',
  ]) {
    it(`does not take ${JSON.stringify(text)} for a number`, () => assert.equal(numberIn(text), null));
  }

  it('says where a denominator is zero', () => {
    assert.equal(scanner.scan('1/0', 0, 3), 'zero-denominator');
    assert.equal(scanner.scan('1/0.0', 0, 5), 'zero-denominator');
  });

  it('takes a number and leaves the comment or the bracket behind it', () => {
    assert.equal(scanner.scan('12// twelve', 0, 11), 'number');
    assert.equal(scanner.end, 2);
    assert.equal(scanner.scan('12]', 0, 3), 'number');
    assert.equal(scanner.end, 2);
  });

  it('reads no further than its limit', () => {
    assert.equal(scanner.scan('1234', 0, 2), 'number');
    assert.equal(scanner.value, 12);
  });

  it('reads what JavaScript prints back to the same double', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        assert.ok(Object.is(numberIn(Object.is(value, -0) ? '-0' : String(value)), value));
      }),
    );
  });

  it('reads decimals with few and with many digits as the engine does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 22n }),
        fc.integer({ min: -30, max: 30 }),
        (digits, power) => {
          const text = `${digits}e${power}`;
          assert.equal(numberIn(text), Number(text));
        },
      ),
    );
  });

  it('rounds a fraction of decimals as its exact value', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => {
        const padded = String(digits).padStart(places + 1, '0');
        return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
      });
    fc.assert(
      fc.property(decimal, decimal, (numerator, denominator) => {
        const text = `${numerator}/${denominator}`;
        const exact = parseRational(text);
        assert.ok(exact !== null);
        assert.equal(numberIn(text), toNumber(exact));
      }),
    );
  });
});
