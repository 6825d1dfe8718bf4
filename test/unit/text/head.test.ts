import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read } from '../../../core/text';
import { headOf } from '../../../core/text/head';

describe('the beginning of a long text', () => {
  it('ends after the last row that is complete, with its brackets closed', () => {
    assert.equal(headOf('[[1, 2], [3, 4], [5'), '[[1, 2], [3, 4]]');
    assert.equal(headOf('x = np.array([[1, 2],\n [3, 4],\n [5'), 'x = np.array([[1, 2],\n [3, 4]])');
    assert.equal(headOf('1,2\n3,4\n5,'), '1,2\n3,4');
    assert.equal(headOf('A = [1 2; 3 4; 5'), 'A = [1 2; 3 4]');
    assert.equal(headOf('[1, 2, 3, 4'), '[1, 2, 3]');
  });

  it('is none where nothing is complete', () => {
    assert.equal(headOf('[[1'), null);
    assert.equal(headOf('{"p": ["1/3", "1/'), null);
    assert.equal(headOf(''), null);
  });

  it('is read as the first rows of the whole, wherever it is cut', () => {
    const writers = [
      (rows: number[][]) => JSON.stringify(rows),
      (rows: number[][]) => `[${rows.map((row) => row.join(' ')).join('; ')}]`,
      (rows: number[][]) => rows.map((row) => row.join(',')).join('\n'),
      (rows: number[][]) => `{${rows.map((row) => `{${row.join(', ')}}`).join(',\n')}}`,
    ];
    const matrix = fc.integer({ min: 2, max: 4 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: columns, maxLength: columns }), {
        minLength: 3,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(matrix, fc.constantFrom(...writers), fc.nat(), (rows, write, seed) => {
        const text = write(rows);
        const head = headOf(text.slice(0, seed % text.length));
        if (head === null) return;
        const reading = read(head, { as: 'matrix' });
        assert.equal(reading.kind, 'matrix', head);
        const values = [...reading.array.values];
        assert.deepEqual(values, rows.flat().slice(0, values.length), head);
      }),
    );
  });
});
