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

  it('answers nothing to a notation that it does not know', () => {
    assert.equal(converted('[1 2]', 'cuneiform').text, null);
  });
});
