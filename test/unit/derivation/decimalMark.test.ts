import assert from 'node:assert/strict';
import { decimalMark, stepsWithDecimalMark, withDecimalMark } from '../../../core/derivation/decimalMark';
import {
  alignDecimals,
  decimalsIn,
  formatNumber,
  formatShort,
  formatWritten,
  listNumbers,
} from '../../../core/derivation/formatNumber';

const comma = <Answer>(write: () => Answer) => withDecimalMark(',', write);

describe('the decimal mark', () => {
  it('is a point unless a comma is asked for', () => {
    assert.equal(formatNumber(0.25, 3), '0.250');
    assert.equal(
      comma(() => formatNumber(0.25, 3)),
      '0,250',
    );
    assert.equal(
      comma(() => formatNumber(-1.5e-7, 2)),
      '−1,5 × 10⁻⁷',
    );
    assert.equal(
      comma(() => formatNumber(12, 2)),
      '12',
    );
    assert.equal(formatNumber(0.25, 3), '0.250');
  });

  it('is that of written numbers too, so that one equation has one mark', () => {
    assert.equal(
      comma(() => formatWritten('-0.5')),
      '−0,5',
    );
    assert.equal(
      comma(() => formatWritten('9/25')),
      '9/25',
    );
    assert.equal(
      comma(() => formatWritten('1e-3')),
      '1e−3',
    );
    assert.equal(
      comma(() => formatWritten('...')),
      '...',
    );
  });

  it('is the same in columns, where decimals are counted', () => {
    assert.deepEqual(
      comma(() => alignDecimals([0, 1.5, -1e-12], 3)),
      ['0,00', '1,50', '−1,00 × 10⁻¹²'],
    );
    assert.equal(decimalsIn('0,125'), 3);
    assert.equal(decimalsIn('0.5'), 1);
    assert.equal(decimalsIn('12'), 0);
  });

  it('leaves no zeros at the end where decimals are cut', () => {
    assert.equal(formatShort(0.5, 6), '0.5');
    assert.equal(formatShort(3, 6), '3');
    assert.equal(formatShort(100, 6), '100');
    assert.equal(formatShort(3e-9, 6), '3 × 10⁻⁹');
    assert.equal(
      comma(() => formatShort(0.5, 6)),
      '0,5',
    );
  });

  it('parts numbers in a row by semicolons where it is a comma', () => {
    assert.equal(listNumbers(['1.5', '2']), '1.5, 2');
    assert.equal(
      comma(() => listNumbers(['1,5', '2'])),
      '1,5\u202f; 2',
    );
  });

  it('ends with the work that asked for it, also where that throws', () => {
    assert.throws(() =>
      comma(() => {
        throw new RangeError('no');
      }),
    );
    assert.equal(decimalMark(), '.');
  });

  it('holds for each step of a longer work, and for nothing between two', () => {
    function* work() {
      const first = formatNumber(0.5, 1);
      yield undefined;
      return [first, formatNumber(1.5, 2)];
    }
    const steps = stepsWithDecimalMark(',', work());
    assert.deepEqual(steps.next(), { done: false, value: undefined });
    assert.equal(formatNumber(0.5, 1), '0.5');
    assert.deepEqual(steps.next(), { done: true, value: ['0,5', '1,5'] });
  });
});
