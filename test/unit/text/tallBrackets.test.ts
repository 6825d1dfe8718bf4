import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readMatrix, rows, slices } from './support';

describe('matrices in brackets as tall as they are', () => {
  it('reads what SymPy 1.11 prints for them', () => {
    const fractions = readMatrix('⎡1/2  -2⎤\n⎢       ⎥\n⎣ 3   4 ⎦');
    assert.deepEqual(rows(fractions.array), [
      [0.5, -2],
      [3, 4],
    ]);
    assert.equal(fractions.notation, 'sympy-repr');
    assert.deepEqual(slices(fractions, fractions.array), ['1/2', '-2', '3', '4']);
    assert.deepEqual(rows(readMatrix('⎡0.5⎤\n⎢   ⎥\n⎢ 2 ⎥\n⎢   ⎥\n⎣ 3 ⎦').array), [[0.5], [2], [3]]);
  });

  it('reads what nalgebra prints, whose corners have lines of their own', () => {
    const text = '┌       ┐\n│ 1 2.5 │\n│ 3   4 │\n└       ┘';
    assert.deepEqual(rows(readMatrix(text).array), [
      [1, 2.5],
      [3, 4],
    ]);
  });

  it('says where a row is short, an entry is no number, or the bracket is left open', () => {
    assert.deepEqual(faults('⎡1  2⎤\n⎢    ⎥\n⎣3⎦'), ['ragged @16+1']);
    assert.deepEqual(faults('⎡1  2⎤\n⎢    ⎥\n⎣3  x⎦'), ['unexpected-token @18+1']);
    assert.deepEqual(faults('⎡1  2⎤\n⎢    ⎥\n'), ['unclosed @13+0']);
  });

  it('leaves a frame around words to others', () => {
    assert.equal(read('┌──────┐\n│ word │\n└──────┘').kind, 'error');
  });
});
