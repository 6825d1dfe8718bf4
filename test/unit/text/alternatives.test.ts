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

  it('reads rows as sources where the shapes fit in no other way, and says so', () => {
    const text = 'W1 = [1 2 3; 4 5 6]\nb1 = [1; 2; 3]\nx = [1; 2]';
    const taken = readNetwork(text);
    assert.deepEqual(taken.problems, []);
    assert.deepEqual(taken.choices, [{ rule: 'kernel', layer: 0 }]);
    assert.equal(taken.isOrientationOpen, undefined);
    const settled = { choices: { orientation: 'rows-are-destinations' } } as const;
    assert.ok(readNetwork(text, settled).problems.length > 0);
  });

  it('offers nothing where only one orientation fits, or the document says which it is', () => {
    assert.deepEqual(readNetwork('W1 = [1 2 3; 4 5 6]\nb1 = [1; 2]\nx = [1; 2; 3]').alternatives, []);
    assert.deepEqual(
      readNetwork('{"layers": [{"weights": [[1, 2], [3, 4]]}], "input": [1, 2]}').alternatives,
      [],
    );
  });

  for (const [text, taken, differs, other] of [
    [
      'id,w\n1,0.5\n2,0.25\n3,0.1',
      [[0.5], [0.25], [0.1]],
      'indexColumn',
      [
        [1, 0.5],
        [2, 0.25],
        [3, 0.1],
      ],
    ],
    [
      'x,y\n0,1\n1,3\n2,5',
      [
        [0, 1],
        [1, 3],
        [2, 5],
      ],
      'indexColumn',
      [[1], [3], [5]],
    ],
    [
      '| id | w |\n|---|---|\n| 1 | 2 |\n| 2 | 3 |',
      [[2], [3]],
      'indexColumn',
      [
        [1, 2],
        [2, 3],
      ],
    ],
    [
      'V1 V2\n1 0.5 2\n2 1.5 3',
      [
        [0.5, 2],
        [1.5, 3],
      ],
      'indexColumn',
      [
        [1, 0.5, 2],
        [2, 1.5, 3],
      ],
    ],
    [
      '0,1,2\n0.5,0.2,0.1',
      [
        [0, 1, 2],
        [0.5, 0.2, 0.1],
      ],
      'header',
      [[0.5, 0.2, 0.1]],
    ],
    [
      ',0,1\n0,0.5,2\n1,3,4',
      [
        [0.5, 2],
        [3, 4],
      ],
      'header',
      [
        [Number.NaN, 0, 1],
        [0, 0.5, 2],
        [1, 3, 4],
      ],
    ],
    [
      '1,5;2,3',
      [
        [1, 5],
        [2, 3],
      ],
      'decimalComma',
      [1.5, 2.3],
    ],
    [
      '0,5;1,25\n2,5;3,5',
      [
        [0.5, 1.25],
        [2.5, 3.5],
      ],
      'decimalComma',
      [
        [0, 5],
        [1, 25],
        [2, 5],
        [3, 5],
      ],
    ],
    [
      '0,5 1,25\n2,5 3,5',
      [
        [0, 5, 1, 25],
        [2, 5, 3, 5],
      ],
      'decimalComma',
      [
        [0.5, 1.25],
        [2.5, 3.5],
      ],
    ],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as is likelier, and otherwise where ${differs} is settled`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), taken);
      const [alternative] = reading.alternatives;
      assert.equal(alternative?.differs, differs);
      const again = read(text, { choices: alternative?.choices ?? {} });
      assert.ok(again.kind === 'matrix', JSON.stringify(again.problems));
      assert.deepEqual(rows(again.array), other);
      assert.ok(!again.problems.some(({ code }) => code === 'ambiguous-reading'));
    });
  }

  it('takes lines as wide as NumPy folds them for one vector, and offers them as rows', () => {
    const numbers = Array.from({ length: 36 }, (_, index) =>
      ((index + 1) / 10).toFixed(1).replace(/\.0$/, '. '),
    );
    const text = `[${numbers.slice(0, 18).join(' ')}\n ${numbers.slice(18).join(' ')}]`;
    const reading = readMatrix(text);
    assert.deepEqual(reading.array.shape, [36]);
    const matrix = read(text, { choices: reading.alternatives[0]?.choices ?? {} });
    assert.ok(matrix.kind === 'matrix');
    assert.deepEqual(matrix.array.shape, [2, 18]);
  });

  it('keeps rows that are narrower than NumPy folds', () => {
    assert.deepEqual(readMatrix('[0.1 0.2 0.3\n 0.4 0.5 0.6]').array.shape, [2, 3]);
  });

  it('takes words and what has no name in the first column for labels, and asks nothing', () => {
    for (const text of ['name,w1,w2\na,1,2\nb,3,4', '"V1" "V2"\n"1" 1 2\n"2" 3 4', ',w1,w2\n0,1,2\n1,3,4']) {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), [
        [1, 2],
        [3, 4],
      ]);
      assert.deepEqual(reading.alternatives, []);
    }
  });

  it('takes a sentence above rows for no header of theirs', () => {
    assert.deepEqual(readMatrix('The weights\n1 2 3\n4 5 6').array.shape, [2, 3]);
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
