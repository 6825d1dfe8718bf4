import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';
import { conversionSteps, offersFor, statementOf } from '../../../extension/language/convertSelection';
import { wordsOf } from '../../../extension/language/words/words';

const words = wordsOf('en');

function converted(text: string, to: string) {
  return finish(conversionSteps(read(text), to, words));
}

describe('converting a selection', () => {
  it('offers every notation for a matrix, those with names for a network, and none for a family', () => {
    const names = (text: string) => offersFor(read(text), words).map(({ name }) => name);
    assert.ok(names('[1 2; 3 4]').includes('markdown'));
    assert.ok(!names('W1 = [1 2]\nx = [1; 2]').includes('markdown'));
    assert.ok(names('W1 = [1 2]\nx = [1; 2]').includes('octave'));
    assert.deepEqual(names('normal(0, 1)'), []);
    assert.deepEqual(names('nothing'), []);
  });

  it('writes a matrix of Octave for NumPy', () => {
    assert.deepEqual(converted('[1/3 2; 3 4]', 'numpy'), {
      text: 'np.array([[1/3, 2],\n          [3, 4]])',
      losses: {},
      lost: [],
    });
  });

  it('says in words what a notation could not keep', () => {
    const { text, lost } = converted('[1/3 2; 3 4]', 'csv');
    assert.equal(text, '0.3333333333333333,2\n3,4');
    assert.deepEqual(lost, ['1 fraction became the nearest decimal.']);
  });

  for (const [text, expected] of [
    ['see np.array([[1, 2]]) here', 'np.array([[1, 2]])'],
    ['x; const double W[1][2] = {{1, 2}};', 'const double W[1][2] = {{1, 2}};'],
    ['  A = [1 2; 3 4];', 'A = [1 2; 3 4];'],
    ['with 2*[1, 2] apples', '2*[1, 2]'],
    ['here -np.array([1, 2])/3 is less', '-np.array([1, 2])/3'],
    ['we have np.array([1, 2]).astype(float)', 'np.array([1, 2]).astype(float)'],
  ] as const) {
    it(`replaces ${JSON.stringify(expected)} of ${JSON.stringify(text)}`, () => {
      const { offset, length } = statementOf(read(text));
      assert.equal(text.slice(offset, offset + length), expected);
    });
  }

  it('begins lines where lines of numbers began, and reads back the same in their place', () => {
    const text = 'We have\n   1   2\n   3   4\n';
    const { offset, length } = statementOf(read(text));
    for (const to of ['yaml', 'csv', 'matrix-market', 'markdown', 'numpy']) {
      const written = text.slice(0, offset) + converted(text, to).text + text.slice(offset + length);
      const again = read(written, { within: [{ offset, length: written.length - offset }] });
      assert.ok(again.kind === 'matrix', written);
      assert.deepEqual([...again.array.values], [1, 2, 3, 4], written);
    }
  });

  it('writes for Mathematica what is read again where it begins with NaN or a power of ten', () => {
    for (const values of ['[NaN, 1]', '[-inf, 1]', '[1e-10, 1e10]']) {
      const { text } = converted(values, 'mathematica');
      const again = read(text ?? '');
      assert.ok(again.kind === 'matrix', `${text}: ${JSON.stringify(again.problems)}`);
      assert.deepEqual([...again.array.values], [...(read(values) as typeof again).array.values]);
    }
  });

  it('answers nothing to a notation that it does not know', () => {
    assert.equal(converted('[1 2]', 'cuneiform').text, null);
  });
});
