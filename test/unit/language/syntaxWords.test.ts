import assert from 'node:assert/strict';
import { resultOf } from '../../../extension/language/result';
import { studyOfText, words } from './texts';

/** The first sentence about a text. */
function saidOf(text: string): string | undefined {
  return resultOf(studyOfText(text), words).problems[0]?.message;
}

describe('sentences about broken notation', () => {
  const cases: readonly (readonly [text: string, sentence: string])[] = [
    ['[[1, 2], [3, 4]', '“]” is missing: a bracket is never closed.'],
    ['[[1, 2}, [3, 4]]', '“}” stands where “]” is expected.'],
    ['[[1, , 2]]', 'A number is missing here.'],
    ['[[1, oops, 2], [3, 4, 5]]', '“oops” stands where a number is expected.'],
    ['[[1, 1/0], [3, 4]]', '“1/0” has the denominator 0.'],
    ['[[1, 2, ..., 9], [3, 4, 5, 6]]', '“...” stands for numbers that are not in the text.'],
    ['{"layers": [{"activation": "relu"}]}', 'This layer has no weights.'],
    ['{"layers": []}', 'The network has no layers.'],
    ['{"layers": 3}', '“3” stands where a list of layers is expected.'],
    ['{"layers": [{"weights": [[[1]]]}]}', 'Weights are rows of numbers, two brackets deep. These are 3.'],
    ['{"layers": [{"weights": [[1]]}], "layers": []}', '“"layers"” stands here a second time.'],
    ['{}', 'This object has neither layers nor probabilities.'],
  ];
  for (const [text, sentence] of cases) {
    it(`says of ${text}: ${sentence}`, () => assert.equal(saidOf(text), sentence));
  }
});
