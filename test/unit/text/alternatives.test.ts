import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { choicesIn, isSettledChoices, wordsOfChoices } from '../../../core/text/settled';
import { readMatrix, readNetwork, rows } from './support';

describe('other readings of the same text', () => {
  it('offers square weights with their rows as sources, and reads them so', () => {
    const text = 'W1 = [1 2; 3 4]\nb1 = [5; 6]\nx = [1; 1]';
    const taken = readNetwork(text);
    const [other] = taken.alternatives;
    assert.ok(other !== undefined);
    assert.equal(other.differs, 'orientation');
    assert.equal(text.slice(other.span.offset, other.span.offset + other.span.length), '[1 2; 3 4]');
    const turned = readNetwork(text, { choices: other.choices });
    assert.deepEqual(rows(taken.layers[0]?.weights ?? null), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(rows(turned.layers[0]?.weights ?? null), [
      [1, 3],
      [2, 4],
    ]);
    assert.deepEqual(turned.choices, [{ rule: 'kernel', layer: 0 }]);
    assert.equal(turned.alternatives[0]?.choices.orientation, 'rows-are-destinations');
  });

  it('offers rows as sources where the shapes fit in no other way', () => {
    const text = 'W1 = [1 2 3; 4 5 6]\nb1 = [1; 2; 3]\nx = [1; 2]';
    const taken = readNetwork(text);
    assert.ok(taken.problems.length > 0);
    assert.deepEqual(readNetwork(text, { choices: taken.alternatives[0]?.choices ?? {} }).problems, []);
  });

  it('offers nothing where only one orientation fits, or the document says which it is', () => {
    assert.deepEqual(readNetwork('W1 = [1 2 3; 4 5 6]\nb1 = [1; 2]\nx = [1; 2; 3]').alternatives, []);
    assert.deepEqual(
      readNetwork('{"layers": [{"weights": [[1, 2], [3, 4]]}], "input": [1, 2]}').alternatives,
      [],
    );
  });

  it('takes from a comment in or above the text what it settles', () => {
    const text = '# nabla: rows-are-sources\nW1 = [1 2; 3 4]\nb1 = [5; 6]\nx = [1; 1]';
    const start = text.indexOf('W1');
    assert.deepEqual(readNetwork(text).choices, [{ rule: 'kernel', layer: 0 }]);
    const within = [{ offset: start, length: text.length - start }];
    assert.deepEqual(readNetwork(text, { within }).choices, [{ rule: 'kernel', layer: 0 }]);
  });

  it('takes no word outside a comment for a choice', () => {
    const text = 'see nabla: rows-are-sources';
    assert.deepEqual(choicesIn(text, { offset: 0, length: text.length }), {});
    const unknown = '// nabla: upside-down, header';
    assert.deepEqual(choicesIn(unknown, { offset: 0, length: unknown.length }), { header: true });
  });

  it('has a word for each choice, which settles it again', () => {
    for (const choices of [
      { orientation: 'rows-are-sources' },
      { header: false, indexColumn: true },
      { decimalComma: true, folded: false },
    ] as const) {
      const comment = `# nabla: ${wordsOfChoices(choices).join(', ')}`;
      assert.deepEqual(choicesIn(comment, { offset: 0, length: comment.length }), choices);
      assert.ok(isSettledChoices(choices));
    }
    assert.ok(!isSettledChoices({ header: 'yes' }));
    assert.ok(!isSettledChoices({ upsideDown: true }));
  });

  it('leaves a reading without alternatives as it was', () => {
    assert.deepEqual(readMatrix('[[1, 2], [3, 4]]').alternatives, []);
    assert.equal(read('hello').alternatives.length, 0);
  });
});
