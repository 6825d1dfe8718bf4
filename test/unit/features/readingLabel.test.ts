import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { readingLabel } from '../../../extension/language/readingLabel';
import { wordsOf } from '../../../extension/language/words/words';
import { distributions, network } from '../language/texts';

describe('the reading of a selection in few words', () => {
  const label = (text: string) => readingLabel(evaluate(read(text)), wordsOf('en'));

  it('is what it is', () => {
    assert.deepEqual(
      [network, distributions, '[[1, 2, 3]]', '[1, 2]', '1/2 + 1/3', 'A = [1 2]\nB = [3 4]'].map(
        (text) => label(text)?.label,
      ),
      ['Network 3–2–1', 'P, Q: 3 outcomes', '1 × 3 matrix', 'Vector of 2 numbers', 'Number', '2 arrays'],
    );
  });

  it('has the notation and the choices beside it', () => {
    const found = label('[0.1 0.2; 0.3 0.4]');
    assert.deepEqual([found?.notation, found?.choices], ['read as an Octave matrix', []]);
    assert.equal(label('A = [1 2]\nB = [3 4]')?.choices.length, 1);
  });

  it('is nothing where nothing was read', () => {
    assert.equal(label('[[1, 2], [3]]'), null);
  });
});
