import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { readDistribution, readMatrix, rows, slices } from './support';

/** What NumPy, PyTorch, Python, Octave, R, Julia and Mathematica make of these, each number the nearest double. */
const sequences: readonly (readonly [text: string, expected: readonly number[]])[] = [
  ['np.linspace(0, 1, 5)', [0, 0.25, 0.5, 0.75, 1]],
  ['x = np.linspace(0, 1, num=5, endpoint=False)', [0, 0.2, 0.4, 0.6, 0.8]],
  ['np.linspace(-np.pi, np.pi, 3)', [-Math.PI, 0, Math.PI]],
  ['linspace(0, 1, 3)', [0, 0.5, 1]],
  ['np.logspace(0, 2, 3)', [1, 10, 100]],
  ['np.arange(4)', [0, 1, 2, 3]],
  ['np.arange(0, 0.5, 0.1)', [0, 0.1, 0.2, 0.3, 0.4]],
  ['torch.arange(1, 4, dtype=torch.float64)', [1, 2, 3]],
  ['range(5)', [0, 1, 2, 3, 4]],
  ['list(range(10, 0, -3))', [10, 7, 4, 1]],
  ['0:0.25:1', [0, 0.25, 0.5, 0.75, 1]],
  ['x = 3:-1:1;', [3, 2, 1]],
  ['x = 1:3', [1, 2, 3]],
  ['x <- 3:1', [3, 2, 1]],
  ['seq(0, 1, by = 0.25)', [0, 0.25, 0.5, 0.75, 1]],
  ['seq(0, 0.3, 0.1)', [0, 0.1, 0.2, 0.3]],
  ['Range[3]', [1, 2, 3]],
  ['Range[0, 1, 1/4]', [0, 0.25, 0.5, 0.75, 1]],
  ['Subdivide[0, 1, 4]', [0, 0.25, 0.5, 0.75, 1]],
];

describe('numbers at equal distances', () => {
  for (const [text, expected] of sequences) {
    it(`are read from ${text}`, () => assert.deepEqual(rows(readMatrix(text).array), expected));
  }

  it('are a column in Julia, and where they are transposed', () => {
    for (const text of ['range(0, 1, length=3)', 'collect(0:0.5:1)', 'LinRange(0, 1, 3)', "x = (0:0.5:1)'"]) {
      assert.deepEqual(rows(readMatrix(text).array), [[0], [0.5], [1]], text);
    }
  });

  it('take a shape and a factor', () => {
    assert.deepEqual(rows(readMatrix('np.arange(6).reshape(2, 3)').array), [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    assert.deepEqual(rows(readMatrix('x = (1:2) / 4').array), [0.25, 0.5]);
    assert.deepEqual(rows(readMatrix('x <- 1:2 / 4').array), [0.25, 0.5]);
    assert.deepEqual(rows(readMatrix('x = [1 2] * 3/4').array), [0.75, 1.5]);
    const { p } = readDistribution('P = np.arange(1, 4) / 6');
    assert.deepEqual(rows(p.numbers), [1 / 6, 1 / 3, 1 / 2]);
  });

  it('have places in the text, and those are empty', () => {
    const reading = readMatrix('x = 0:0.5:1');
    assert.deepEqual(slices(reading, reading.array), ['', '', '']);
  });

  for (const text of [
    ...[
      '09:30',
      '1:0',
      '0:1e-9:1',
      'np.arange(10**9)',
      'range(n)',
      'for i in range(3): pass',
      'at 12:30 today',
    ],
    ...[
      'np.arange(4) + 1',
      'np.linspace(0, 1, 5)[1:]',
      'np.arange(3).sum()',
      'np.linspace(0, 1, 5, 7)',
      '1:2:3:4',
    ],
  ]) {
    it(`are not taken from ${text}`, () => assert.equal(read(text).kind, 'error'));
  }
});
