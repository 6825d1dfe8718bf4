import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';
import { readArray } from '../../../core/text/arrayItem';
import { ItemReader } from '../../../core/text/itemReader';
import type { ReadingChoice } from '../../../core/text/reading';
import { Source } from '../../../core/text/source';

/** How many numbers a text is said to have beside those that were read, and the first of them; null where none. */
function leftOut(text: string): { readonly count: number; readonly first: string } | null {
  const reading = read(text);
  assert.notEqual(reading.kind, 'error', text);
  const choices: readonly ReadingChoice[] = reading.choices;
  const choice = choices.find(({ rule }) => rule === 'left-out');
  if (choice?.rule !== 'left-out') return null;
  const { count, first, span } = choice;
  assert.equal(text.slice(span.offset, span.offset + span.length), first);
  return { count, first };
}

describe('numbers that no array has', () => {
  const texts: readonly (readonly [text: string, count: number, first: string])[] = [
    ['{a: 1, b: [2, 3]}', 1, '1'],
    ['{"epoch": 12, "rate": 1e-3, "v": [2, 3]}', 2, '12'],
    ['{"v": [2, 3], "of": {"a": {"b": {"c": {"d": {"e": 0.5}}}}}}', 1, '0.5'],
    ['{"v": [2, 3], "names": [{"id": 7}, "8"]}', 1, '7'],
    ['a: 1\nb: [2, 3]', 1, '1'],
    ['W = [1 2], 3', 1, '3'],
    ['f(1, [2, 3])', 1, '1'],
    ['a -> 1, b -> {2, 3}', 1, '1'],
    ['loss 0.25 after 1000 steps, 33% of them: [2, 3]', 3, '0.25'],
    ['P = [0.5, 0.5]\nof 7 draws', 1, '7'],
    ['{"layers": [{"weights": [[1, 2]]}]}\n[3, 4]', 2, '3'],
  ];
  for (const [text, count, first] of texts) {
    it(`are said to be left out of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(leftOut(text), { count, first });
    });
  }

  it('are not those that name, count, multiply or size what is read', () => {
    for (const text of [
      '2*[1 2]',
      '\\frac{1}{2}\\begin{pmatrix} 3 & 4 \\end{pmatrix}',
      'W1 = [1 2]\nb1 = 3\nx[0] = 1',
      'In [1]: x\nOut[1]: [2, 3]',
      '1. first\n2) second\n[1, 2]',
      'MatrixXd m(2, 2); m << 1.5, 2, -3, 0.25;',
      'static const double W[2][2] PROGMEM = {{1.5, 2}, {-3, 0.25}};',
      'std::array<std::array<double, 2>, 2> W{{{1.5, 2}, {-3, 0.25}}};',
      '[1, 2] # of 3',
      '     a    b\n0  0.5  2.0\n\n[1 rows x 2 columns]',
    ]) {
      assert.equal(leftOut(text), null, text);
    }
  });

  it('after a list of YAML on its line are a fault', () => {
    const reading = read('- [1, 2] 3\n- [4, 5]');
    assert.equal(reading.kind, 'error');
    assert.deepEqual(reading.problems[0]?.span, { offset: 9, length: 1 });
  });
});

describe('a text of very many values', () => {
  it('is refused at the first value that is too many', () => {
    const [most, line] = [20_000, 'k = 1\n'];
    const text = `${line.repeat(most)}W = [1 2; 3 4]`;
    assert.equal(read(text.slice(line.length)).kind, 'matrices');
    const reading = read(text);
    assert.equal(reading.kind, 'error');
    const [problem] = reading.problems;
    assert.equal(problem?.code, 'too-large');
    assert.deepEqual(problem?.data, { what: 'values', size: most + 1, limit: most });
    assert.deepEqual(problem?.span, { offset: most * line.length, length: 14 });
  });

  it('is read in full where the values are rows of one matrix or records', () => {
    const counts = ['[1, 2]\n', '{"a": 1, "b": 2}\n', '[1]\n[2, 3]\n', '[]\n', '2*[1, 2]\n'].map((line) => {
      const text = line.repeat(12);
      const source = new Source(text);
      return finish(new ItemReader(source, 0, text.length, readArray, 3).read()).length;
    });
    assert.deepEqual(counts, [12, 12, 4, 4, 4]);
  });
});

describe('arrays that a console shows folded up', () => {
  for (const text of [
    '[Array(2), Array(2)]',
    '> W\n(2) [Array(2), Array(2)]\n0: (2) [0.1, 0.2]\n1: (2) [0.3, 0.4]\nlength: 2',
    '[Float64Array(3)]',
  ]) {
    it(`are left out of ${JSON.stringify(text)}, whose lengths are no numbers of it`, () => {
      const elided = read(text).problems.filter(({ code }) => code === 'elided');
      assert.match(text.slice(elided[0]?.span.offset), /^(?:Float64)?Array\(\d\)[,\]]/);
      assert.equal(elided[0]?.span.length, text.match(/\w+Array\(\d\)|Array\(\d\)/)?.[0].length);
    });
  }

  it('are told from lists of one number, and from what Node prints before a bracket', () => {
    const shapes = ['Array(Array(1), Array(2))', '[array(1), array(2)]', '[Float64Array(2) [1, 2]]'].map(
      (text) => {
        const reading = read(text, { as: 'matrix' });
        return reading.kind === 'matrix' ? reading.array.shape : reading.kind;
      },
    );
    assert.deepEqual(shapes, [
      [2, 1],
      [2, 1],
      [1, 2],
    ]);
  });
});
