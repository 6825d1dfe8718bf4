import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  alignDecimals,
  alignWithTerms,
  formatNumber,
  formatWritten,
  withSign,
} from '../../../core/derivation/formatNumber';

describe('numbers for people', () => {
  it('carry significant digits with trailing zeros kept', () => {
    assert.equal(formatNumber(0.433055178, 6), '0.433055');
    assert.equal(formatNumber(0.5, 6), '0.500000');
    assert.equal(formatNumber(2, 3), '2.00');
    assert.equal(formatNumber(0, 6), '0');
  });

  it('have a true minus', () => {
    assert.equal(formatNumber(-0.25, 2), '−0.25');
    assert.equal(formatWritten('-1e-3'), '−1e−3');
    assert.equal(formatWritten('-9/25'), '−9/25');
  });

  it('take a power of ten below 10⁻⁴ and from 10⁶, also where rounding leads there', () => {
    assert.equal(formatNumber(0.0001, 3), '0.000100');
    assert.equal(formatNumber(0.00009, 3), '9.00 × 10⁻⁵');
    assert.equal(formatNumber(999_999, 6), '999999');
    assert.equal(formatNumber(999_999.9, 6), '1.00000 × 10⁶');
    assert.equal(formatNumber(-1.5e-300, 2), '−1.5 × 10⁻³⁰⁰');
  });

  it('never cut digits before the point', () => {
    assert.equal(formatNumber(123456, 3), '123456');
  });

  it('name what is not finite', () => {
    assert.deepEqual(
      [Number.NaN, 1 / 0, -1 / 0].map((value) => formatNumber(value, 6)),
      ['NaN', '∞', '−∞'],
    );
  });

  it('share the decimals of the largest in a column', () => {
    assert.deepEqual(alignDecimals([-0.05935972, 0.34962221, 0], 6), ['−0.059360', '0.349622', '0.000000']);
    assert.deepEqual(alignDecimals([12.5, 0.125], 4), ['12.50', '0.13']);
    assert.deepEqual(alignDecimals([], 6), []);
  });

  it('do not hide a small number of a column behind zeros', () => {
    assert.deepEqual(alignDecimals([0.5, 1e-9], 3), ['0.500', '1.00 × 10⁻⁹']);
  });

  it('say a plus only where asked', () => {
    assert.equal(withSign(formatNumber(0.5, 2)), '+0.50');
    assert.equal(withSign(formatNumber(-0.5, 2)), '−0.50');
  });

  it('give terms and their totals one number of decimals, the largest term keeping its digits', () => {
    const { terms, totals } = alignWithTerms([0.0277064, -0.1174352], [0.0853, 1.0986123], 6);
    assert.deepEqual(terms, ['0.027706', '−0.117435']);
    assert.deepEqual(totals, ['0.085300', '1.098612']);
  });

  it('show a total with at most three digits more than asked for', () => {
    const { totals } = alignWithTerms([1e-4], [123456.789], 6);
    assert.deepEqual(totals, ['123456.789']);
  });

  it('are within half a unit of their last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
        fc.integer({ min: 1, max: 17 }),
        (value, digits) => {
          const text = formatNumber(value, digits).replace('−', '-');
          const [mantissa, power] = text.split(' × 10');
          const exponent = (power ?? '0').replace(
            /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g,
            (digit) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)],
          );
          const back = Number(`${mantissa}e${exponent}`);
          const unit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - digits + 1);
          return Math.abs(back - value) <= unit * 0.51 || Math.abs(back - value) <= Math.abs(value) * 1e-15;
        },
      ),
    );
  });
});
