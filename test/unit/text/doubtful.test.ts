import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readDistribution, readMatrix, rows, slices } from './support';

describe('digits that may be one number to the one who wrote them', () => {
  const texts: readonly (readonly [text: string, taken: string, other: string])[] = [
    ['[1,234.5, 2]', '1, 234.5', '1234.5'],
    ['[1 000, 2 000]', '1, 000', '1000'],
    ['[[1.5, 2], [1,234]]', '1, 234', '1234'],
    ['P = [0,5; 0,25]', '0, 5', '0.5'],
    ['[0,5 0,25]', '0, 5', '0.5'],
  ];
  for (const [text, taken, other] of texts) {
    it(`are said to be so in ${text}`, () => {
      const [problem] = read(text).problems;
      assert.deepEqual([problem?.code, problem?.data], ['ambiguous-reading', { taken, other }]);
    });
  }

  it('are not doubted in lists whose commas are all alike', () => {
    for (const text of [
      '[[1,234],[5,678]]',
      '[100, 200, 1000]',
      '[1 20; 3 400]',
      '[0, 5; 0, 5]',
      '[1,5;2,5]',
    ])
      assert.deepEqual(read(text).problems, [], text);
  });

  it('are decimals after a name where a zero stands before a comma, and semicolons between', () => {
    const reading = readDistribution('P = 0,5; 0,25; 0,25\nQ = 0,5; 0,5; 0');
    assert.deepEqual(
      [rows(reading.p.numbers), rows(reading.q?.numbers ?? null)],
      [
        [0.5, 0.25, 0.25],
        [0.5, 0.5, 0],
      ],
    );
    assert.deepEqual([reading.choices, reading.problems], [[{ rule: 'decimal-comma' }], []]);
    assert.equal(reading.alternatives[0]?.differs, 'decimalComma');
    const settled = read('P = 0,5; 0,25', { as: 'matrix', choices: { decimalComma: false } });
    assert.ok(settled.kind === 'matrix');
    assert.deepEqual(rows(settled.array), [
      [0, 5],
      [0, 25],
    ]);
  });

  it('are read the other way where that is settled', () => {
    const reading = read('P = [0,5; 0,5]', { choices: { decimalComma: true } });
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual([...reading.p.numbers.values], [0.5, 0.5]);
  });
});

describe('uncertainties', () => {
  it('are refused with their place', () => {
    assert.deepEqual(faults('[1.2(3), 2.5(12)]'), ['uncertainty @4+3', 'uncertainty @12+4']);
    assert.deepEqual(faults('x = [1.2 ± 0.3, 2 +/- 1]'), ['uncertainty @9+5', 'uncertainty @18+5']);
    assert.deepEqual(faults('[1.2 \\pm 0.3]'), ['uncertainty @5+7']);
  });
});

describe('LaTeX in brackets and after names', () => {
  it('is a number with one place', () => {
    const reading = readMatrix('[\\frac{1}{3}, 10^{-3}, 2 \\cdot 10^{-4}, -\\tfrac12]');
    assert.deepEqual(rows(reading.array), [1 / 3, 0.001, 0.0002, -0.5]);
    assert.deepEqual(slices(reading, reading.array), [
      '\\frac{1}{3}',
      '10^{-3}',
      '2 \\cdot 10^{-4}',
      '-\\tfrac12',
    ]);
    const { p } = readDistribution('P = e^{-1}, 1 - e^{-1}');
    assert.deepEqual(rows(p.numbers), [Math.exp(-1), 1 - Math.exp(-1)]);
    assert.deepEqual(rows(readDistribution('P = \\frac{1}{3}, \\frac{2}{3}').p.numbers), [1 / 3, 2 / 3]);
  });

  it('is no product of two fractions side by side', () => {
    assert.equal(read('[\\frac{1}{2} \\frac{1}{3}, 1]').kind, 'error');
  });

  it('stands beside mixed numbers with a percent sign', () => {
    assert.deepEqual(rows(readDistribution('P = [33⅓ %, 66⅔ %]').p.numbers), [1 / 3, 2 / 3]);
  });
});

describe('a comment in a matrix of Octave', () => {
  it('leaves its rows what they are', () => {
    assert.deepEqual(rows(readMatrix('[1 2 % a comment that makes the line long enough\n 3 4]').array), [
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('a matrix in a string', () => {
  it('is read as NumPy reads it', () => {
    assert.deepEqual(rows(readMatrix("A = np.matrix('1 2; 3 4')").array), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(rows(readMatrix('np.matrix("1, 2, 3")').array), [[1, 2, 3]]);
    assert.equal(read("np.matrix('1 2; 3 x')").kind, 'error');
  });
});
