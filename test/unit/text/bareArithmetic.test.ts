import assert from 'node:assert/strict';
import { read } from '../../../core/text';

/** Shape and values; what each number is cut out of, for the ranges. */
function numbersOf(text: string) {
  const reading = read(text);
  if (reading.kind !== 'matrix') return null;
  const { shape, values, places } = reading.array;
  return {
    shape,
    values: [...values],
    written: [...values.keys()].map((index) => text.slice(places.startOf(index), places.endOf(index))),
  };
}

describe('arithmetic by itself', () => {
  it('is one number, in the words of a language or in LaTeX', () => {
    for (const [text, value] of [
      ['sqrt(2)/2', Math.SQRT2 / 2],
      ['1/2 + 1/3', 5 / 6],
      ['0.1 + 0.2', 0.3],
      ['2^10', 1024],
      ['−ln(0.5)', Math.LN2],
      ['np.sqrt(0.25)', 0.5],
      ['\\frac{1}{\\sqrt{4}}', 0.5],
      ['2*pi', 2 * Math.PI],
      ['π', Math.PI],
      ['math.pi', Math.PI],
    ] as const) {
      assert.deepEqual(numbersOf(text), { shape: [], values: [value], written: [text] }, text);
    }
  });

  it('is a row between commas or semicolons, and a column line by line', () => {
    assert.deepEqual(numbersOf(' 2*pi, 1/3 ; 4\n'), {
      shape: [3],
      values: [2 * Math.PI, 1 / 3, 4],
      written: ['2*pi', '1/3', '4'],
    });
    assert.deepEqual(numbersOf('3\n\n2*pi\n'), {
      shape: [2, 1],
      values: [3, 2 * Math.PI],
      written: ['3', '2*pi'],
    });
    assert.deepEqual(numbersOf('1/2, sqrt(4)\r\n50%, 1 - 1/3;'), {
      shape: [2, 2],
      values: [0.5, 2, 0.5, 2 / 3],
      written: ['1/2', 'sqrt(4)', '50%', '1 - 1/3'],
    });
  });

  it('is a distribution where it is asked for one', () => {
    const reading = read('exp(-1), 1 - exp(-1)', { as: 'distribution' });
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual([...reading.p.numbers.values], [Math.exp(-1), 1 - Math.exp(-1)]);
  });

  it('is carried through, and said, where it is not finite', () => {
    const reading = read('log(0)');
    assert.ok(reading.kind === 'matrix');
    assert.deepEqual(
      [...reading.array.values, ...reading.problems.map(({ code }) => code)],
      [Number.NEGATIVE_INFINITY, 'not-finite'],
    );
  });

  it('has rows of the same length', () => {
    const text = '2*pi; sqrt(2)\n1';
    const { kind, problems } = read(text);
    assert.deepEqual(
      [kind, problems.map(({ code, span }) => [code, span.offset, span.length])],
      ['error', [['ragged', text.length - 1, 1]]],
    );
  });

  it('is no date, no range of pages, no name, and nothing beside which other text stands', () => {
    for (const text of [
      '2026-11-30',
      '12-15',
      'e',
      'pi r',
      '2*pi, x',
      '1 - n',
      '3 - 4 = 2',
      ', 2*pi',
      '2*pi,, 1',
    ])
      assert.equal(numbersOf(text), null, text);
  });
});
