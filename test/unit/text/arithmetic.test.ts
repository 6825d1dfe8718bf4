import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArithmetic, parseRational } from '../../../core/exact/parseRational';
import { divide, multiply, printRational } from '../../../core/exact/rational';
import { toNumber } from '../../../core/exact/toNumber';
import { read } from '../../../core/text';
import { shownNumber, writtenNumber } from '../../../core/text/written';
import { readDistribution, readMatrix, rows, slices } from './support';

describe('arithmetic of numbers alone', () => {
  for (const [text, expected] of [
    ['[1/3, 2*pi, sqrt(2)]', [1 / 3, 2 * Math.PI, Math.SQRT2]],
    ['[-log(2) exp(-1)]', [-Math.LN2, Math.exp(-1)]],
    ['[1 -2]', [1, -2]],
    ['[1 - 2]', [-1]],
    ['[1 *2]', [2]],
    ['[3 -1/2]', [3, -0.5]],
    ['[3 - 1/2]', [2.5]],
    ['[2^3, 2**-1, -2^2]', [8, 0.5, -4]],
    ['[(1 + 2)/3, 4]', [1, 4]],
    ['[np.log(2), 2*math.pi]', [Math.LN2, 2 * Math.PI]],
    ['{1/3, Pi, Sqrt[9/4]}', [1 / 3, Math.PI, 1.5]],
    ['c(sqrt(2), exp(0))', [Math.SQRT2, 1]],
    ['[2pi, √2]', [2 * Math.PI, Math.SQRT2]],
    ['-[1 2]', [-1, -2]],
    ['2*[1 2]', [2, 4]],
    ['[1 2] / 3', [1 / 3, 2 / 3]],
    ['[1 2]*1e-3', [0.001, 0.002]],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(rows(readMatrix(text).array), expected));
  }

  for (const [latex, expected] of [
    ['\\frac{1}{\\sqrt{2}}', 1 / Math.SQRT2],
    ['e^{-1}', Math.exp(-1)],
    ['2\\pi', 2 * Math.PI],
    ['\\ln 2', Math.LN2],
    ['\\frac12', 0.5],
    ['\\frac{1}{1 + e^{-1}}', 1 / (1 + Math.exp(-1))],
    ['1.5 \\times 10^{-3}', 0.0015],
    ['2 \\cdot 10^3', 2000],
  ] as const) {
    it(`reads ${latex} in a matrix of LaTeX`, () => {
      const [first] = readMatrix(`\\begin{pmatrix} ${latex} & 1 \\end{pmatrix}`).array.values;
      assert.equal(first, expected);
    });
  }

  it('gives each expression one place, and an exact value where it has one', () => {
    const reading = readMatrix('[1 - 1/3, sqrt(9/4), 2^-3]');
    assert.deepEqual(slices(reading, reading.array), ['1 - 1/3', 'sqrt(9/4)', '2^-3']);
    assert.deepEqual(
      [0, 1, 2].map((index) =>
        printRational(parseRational(writtenNumber(reading.text, reading.array, index)) ?? assert.fail()),
      ),
      ['2/3', '3/2', '1/8'],
    );
  });

  it('takes a power that nobody could write out for what a double holds', () => {
    const { array } = readMatrix('[1.000000000001^900, 2^900]');
    assert.ok(Math.abs((array.values[0] ?? 0) - Math.exp(900 * Math.log1p(1e-12))) < 1e-13);
    assert.equal(array.values[1], 2 ** 900);
  });

  it('keeps a distribution of arithmetic exact, and takes an irrational one for what a double holds', () => {
    assert.deepEqual(rows(readDistribution('P = [1/2, 1 - 1/2]').p.numbers), [0.5, 0.5]);
    assert.deepEqual(rows(readDistribution('P = exp(-1), 1 - exp(-1)').p.numbers), [
      Math.exp(-1),
      1 - Math.exp(-1),
    ]);
  });

  for (const text of [
    '[2024-01-02 10:11:12] started',
    'see [12-15, 17-18]',
    '[10/12/2024]',
    '[x*2, 3]',
    '[i for i in range(3)]',
    '[a-b]',
    '[sqrt(-1), 2]',
    '[log(8, 2), 1]',
  ]) {
    it(`reads no arithmetic in ${text}`, () => assert.equal(read(text).kind, 'error'));
  }

  it('shows a number with its common factor applied, and not its bare digits', () => {
    const scaled = readMatrix('A =\n\n  1.0e+03 *\n\n   0.0010   1.1271\n');
    assert.deepEqual(
      [0, 1].map((index) => shownNumber(scaled.text, scaled.array, index)),
      ['1', '1127.1'],
    );
    const divided = readMatrix('[1 2]/3');
    assert.equal(shownNumber(divided.text, divided.array, 1), '2/3');
    const latex = readMatrix('\\begin{pmatrix} \\frac{9}{25} & 1 \\end{pmatrix}');
    assert.equal(shownNumber(latex.text, latex.array, 0), '9/25');
  });

  it('rounds the product of an array and a factor once, however it is written', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-'), fc.integer({ min: 0, max: 99_999_999_999_999 }), fc.nat({ max: 12 }))
      .map(([sign, digits, places]) => `${sign}${Number(`${digits}e-${places}`).toFixed(places)}`);
    const factor = fc.oneof(
      fc.tuple(fc.constantFrom('*', '/'), fc.integer({ min: 1, max: 99_999 })),
      fc.tuple(fc.constant('*'), fc.constantFrom('0.1', '1e-3', '1e30', '123456789.123456789')),
    );
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 4 }), factor, (written, [sign, by]) => {
        const { array } = readMatrix(
          `[${written.join(' ')} 1;${' 2'.repeat(written.length + 1)}]${sign}${by}`,
        );
        const products = written.map((entry) => {
          const exact = parseRational(entry);
          const other = parseRational(String(by));
          assert.ok(exact !== null && other !== null);
          return toNumber(sign === '*' ? multiply(exact, other) : divide(exact, other));
        });
        assert.deepEqual([...array.values.slice(0, written.length)], products);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the evaluation of JavaScript, and is exact where that rounds', () => {
    const leaf = fc.oneof(
      fc.integer({ min: 1, max: 99 }).map(String),
      fc.constantFrom('0.5', '1.25', '3e-2'),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        const expected = new Function(`return ${text}`)() as number;
        const found = parseArithmetic(text);
        if (found === null) return;
        const error = Math.abs(found.value - expected);
        assert.ok(!(error > 1e-9 * Math.max(1, Math.abs(expected))) || Math.abs(expected) > 1e12, text);
        assert.ok(found.exact !== null);
      }),
    );
  });
});
