import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readMatrix, rows, slices } from './support';

const dense = [
  [0, 1.5, 0],
  [0, 0, -2],
  [3, 0, 0],
];

/** The same matrix as its tools print and write it; without a tool here after the published syntax. */
const texts: readonly (readonly [what: string, text: string])[] = [
  [
    'SciPy, with its size above',
    "<Compressed Sparse Row sparse matrix of dtype 'float64'\n\twith 3 stored elements and shape (3, 3)>\n  Coords\tValues\n  (0, 1)\t1.5\n  (1, 2)\t-2.0\n  (2, 0)\t3.0",
  ],
  [
    'Julia, entry by entry',
    '3×3 SparseMatrixCSC{Float64, Int64} with 3 stored entries:\n  [3, 1]  =  3.0\n  [1, 2]  =  1.5\n  [2, 3]  =  -2.0',
  ],
  [
    'Julia, in rows',
    '3×3 SparseMatrixCSC{Float64, Int64} with 3 stored entries:\n  ⋅   1.5    ⋅ \n  ⋅    ⋅   -2.0\n 3.0   ⋅     ⋅ ',
  ],
  [
    'R, with points',
    '3 x 3 sparse Matrix of class "dgCMatrix"\n                 \n[1,] . 1.5  .\n[2,] . .   -2\n[3,] 3 .    .',
  ],
  [
    'R, with names',
    '3 x 3 sparse Matrix of class "dgCMatrix"\n  x   y  z\na . 1.5  .\nb . .   -2\nc 3 .    .',
  ],
  [
    'PyTorch, by coordinates',
    'A = tensor(indices=tensor([[0, 1, 2],\n                       [1, 2, 0]]),\n       values=tensor([ 1.5000, -2.0000,  3.0000]),\n       size=(3, 3), nnz=3, layout=torch.sparse_coo, requires_grad=True)',
  ],
  [
    'PyTorch, by columns',
    'tensor(ccol_indices=tensor([0, 1, 2, 3]),\n       row_indices=tensor([2, 0, 1]),\n       values=tensor([ 3.0000,  1.5000, -2.0000]), size=(3, 3), nnz=3,\n       layout=torch.sparse_csc)',
  ],
  ['Mathematica, by rules', 'SparseArray[{{1, 2} -> 3/2, {2, 3} -> -2, {3, 1} -> 3}, {3, 3}]'],
  ['Mathematica, by places', 'A = SparseArray[{{1, 2}, {2, 3}, {3, 1}} -> {1.5, -2, 3}]'],
  [
    'MATLAB, with its size above',
    'A =\n\n  3×3 sparse double matrix (3 nonzeros)\n\n   (3,1)        3\n   (1,2)        1.5\n   (2,3)       -2',
  ],
  ['Octave and Julia, by lists', 'A = sparse([1 2 3], [2, 3, 1], [3/2 -2 3])'],
  [
    'Mathematica, as stored',
    'SparseArray[Automatic, {3, 3}, 0, {1, {{0, 1, 2, 3}, {{2}, {3}, {1}}}, {1.5, -2, 3}}]',
  ],
];

describe('sparse matrices', () => {
  for (const [what, text] of texts) {
    it(`are read from ${what}, zeros with empty places`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), dense);
      assert.deepEqual(reading.problems, []);
      assert.ok(reading.choices.some(({ rule }) => rule === 'implied-zeros'));
      const written = slices(reading, reading.array).filter((slice) => slice !== '');
      assert.deepEqual(
        written.map((slice) => (slice === '3/2' ? 1.5 : Number(slice))),
        [1.5, -2, 3],
      );
    });
  }

  it('are as large as their last entries where SciPy prints no size, which is said', () => {
    const reading = readMatrix('  (0, 1)\t1.5\n  (1, 2)\t-2.0\n  (2, 0)\t3.0');
    assert.deepEqual(rows(reading.array), dense);
    assert.deepEqual(
      reading.problems.map(({ code, data }) => [code, data]),
      [['ambiguous-reading', { taken: '3×3', other: 'm×n' }]],
    );
  });

  it('are refused where the text has no numbers, or some that fit nowhere', () => {
    const print =
      "<3x3 sparse matrix of type '<class 'numpy.float64'>'\n\twith 3 stored elements in COOrdinate format>";
    assert.deepEqual(faults(print), [`elided @0+${print.length}`]);
    assert.deepEqual(faults('SparseArray[{{1, 1} -> x}, {3, 3}]'), ['unexpected-token @23+1']);
    assert.deepEqual(faults('sparse([1 1], [2 2], [3 4])'), ['unexpected-token @0+27']);
    assert.deepEqual(faults('SparseArray[{{4, 1} -> 2}, {3, 3}]'), ['unexpected-token @23+1']);
    assert.deepEqual(faults('SparseArray[{{9999, 9999} -> 2}]'), ['too-large @0+32']);
    assert.equal(read('3 x 3 sparse Matrix of class "dgCMatrix"\n\n[1,] . 1.5 .').kind, 'error');
  });
});
