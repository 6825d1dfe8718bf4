import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read, valueAround } from '../../../core/text';
import { expandSelection } from '../../../extension/language/expandSelection';

/** What a person sees selected, pressing the key again and again from `place` on. */
function steps(text: string, place: number): readonly string[] {
  const around = valueAround(text, place);
  const study = evaluate(read(text, around === null ? {} : { within: [around] }));
  const seen: string[] = [];
  let selection: { offset: number; length: number } | null = { offset: place, length: 0 };
  while (selection !== null && seen.length < 20) {
    selection = expandSelection(study, selection);
    if (selection !== null) seen.push(text.slice(selection.offset, selection.offset + selection.length));
  }
  return seen;
}

describe('expanding the selection', () => {
  it('grows from a number to its row, the matrix, the assignment, the variables and the text', () => {
    const text = '# exercise\nW1 = [[1, 2], [3, 45]]\nb1 = [5, 6]\nx = [1, 1]\n\nThe end.';
    assert.deepEqual(steps(text, text.indexOf('5]]')), [
      '45',
      '[3, 45]',
      '[[1, 2], [3, 45]]',
      'W1 = [[1, 2], [3, 45]]',
      'W1 = [[1, 2], [3, 45]]\nb1 = [5, 6]',
      'W1 = [[1, 2], [3, 45]]\nb1 = [5, 6]\nx = [1, 1]',
      text,
    ]);
  });

  it('takes the rows of Octave without their brackets, and the semicolon with the assignment', () => {
    const text = 'A = [1 2; 3 4];\nB = [5 6];';
    assert.deepEqual(steps(text, text.indexOf('3')).slice(0, 4), [
      '3',
      '3 4',
      '[1 2; 3 4]',
      'A = [1 2; 3 4];',
    ]);
  });

  it('grows over a layer to the whole document of a network', () => {
    const text = '{"layers": [{"weights": [[1, 2]], "biases": [3]}], "input": [1, 2]}';
    const seen = steps(text, text.indexOf('2]]'));
    assert.deepEqual(seen.slice(0, 3), ['2', '[1, 2]', '[[1, 2]]']);
    assert.ok(seen.includes('{"weights": [[1, 2]], "biases": [3]}'));
    assert.equal(seen.at(-1), text);
  });

  it('takes all of a text in which nothing is read', () => {
    assert.deepEqual(steps('no numbers here', 3), ['no numbers here']);
  });
});
