import assert from 'node:assert/strict';
import { roundedSums } from '../../../extension/language/roundedSums';
import { wordsOf } from '../../../extension/language/words/words';
import { hoverOfText, studyOfText, words } from './texts';

describe('probabilities that miss one by their rounding', () => {
  const said = (text: string) => roundedSums(studyOfText(text), words);

  it('are said to be divided by their sum, each distribution for itself', () => {
    assert.deepEqual(said('P = [0.2, 0.3, 0.6]'), [
      'P sums to 1.1, which the rounding of its digits explains: each number is divided by that.',
    ]);
    assert.deepEqual(said('P = [1/3, 1/3, 1/3]\nQ = [0.333, 0.333, 0.333]'), [
      'Q sums to 0.999, which the rounding of its digits explains: each number is divided by that.',
    ]);
    assert.match(hoverOfText('P = [0.2, 0.3, 0.6]') ?? '', /P sums to 1&#46;1/);
    assert.match(
      roundedSums(studyOfText('P = [0.2, 0.3, 0.6]'), wordsOf('fr'))[0] ?? '',
      /^La somme de P est 1/,
    );
  });

  it('are not mentioned where they sum to one, where a problem says it, and for counts', () => {
    for (const text of [
      'P = [0.2, 0.3, 0.5]',
      'P = [1/3, 1/3, 1/3]',
      'P = [0.2, 0.3, 0.9]',
      'counts = [3, 5, 2]',
      `P = [${Array(10).fill('0.1').join(', ')}]`,
    ])
      assert.deepEqual(said(text), [], text);
  });
});
