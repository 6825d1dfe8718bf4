import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { readDistribution, readMatrix, readNetwork, rows } from './support';

describe('arrays as languages write them', () => {
  it('makes a network of Eigen initialisers, and a distribution of percentages', () => {
    const network = readNetwork('W1 << 1, 2,\n 3, 4;\nb1 << 5, 6;\nx << 1, 1;');
    assert.deepEqual(rows(network.layers[0]?.biases ?? null), [5, 6]);
    const distribution = read('P = 33%, 33%, 34%');
    assert.ok(distribution.kind === 'distribution');
    assert.deepEqual(rows(distribution.p.numbers), [0.33, 0.33, 0.34]);
  });

  it('goes on after the dots of Octave, and passes over what is said behind them', () => {
    for (const text of ['W = [1, 2, ...\n 3; 4 5 6]', 'W = [1, 2, ... the first row\n 3; 4 5 6]'])
      assert.deepEqual(
        rows(readMatrix(text).array),
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        text,
      );
    assert.deepEqual(
      read('W = [1, 2, ... 3; 4 5 6]').problems.map(({ code }) => code),
      ['elided'],
    );
  });

  it('reads a value of another language after a name', () => {
    const distribution = readDistribution(
      'P <- matrix(c(0.25, 0.75), 1)\nQ = \\begin{pmatrix}\\frac12 & 0\\end{pmatrix}'.replace(
        '\\frac12 & 0',
        '\\frac{1}{2} & \\frac{1}{2}',
      ),
    );
    assert.deepEqual(rows(distribution.p.numbers), [0.25, 0.75]);
    assert.deepEqual(rows(distribution.q?.numbers ?? null), [0.5, 0.5]);
  });

  for (const [text, notation, values] of [
    ['array([[1., 2.]], dtype=float32)', 'numpy-repr', [[1, 2]]],
    ['tensor([[1., 2.]], requires_grad=True)', 'torch-repr', [[1, 2]]],
    ['tensor(3.5000)', 'torch-repr', 3.5],
    ['np.array([[1., 2.]])', 'python-list', [[1, 2]]],
    [
      '[1.5f, 2L; 3 // 4, -2.5 E-1]',
      'julia',
      [
        [1.5, 2],
        [0.75, -0.25],
      ],
    ],
    [
      '{{1.5*^-3, 2.5`6}, {½, 50%}}',
      'mathematica',
      [
        [0.0015, 2.5],
        [0.5, 0.5],
      ],
    ],
    ["[np.float64(1.5), float('nan'), None, pi]", 'python-list', [1.5, Number.NaN, Number.NaN, Math.PI]],
    [
      '[1:3; 2:2:6]',
      'octave-literal',
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
    ],
    [
      '[[1 2\n 3]\n [4 5\n 6]]',
      'numpy-str',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      'let w = vec![vec![1.0, 2.5], vec![-3.0, 4.0f64]];',
      'assignments',
      [
        [1, 2.5],
        [-3, 4],
      ],
    ],
    [
      'double[][] w = new double[][] { new double[] { 1.5, 2d }, new double[] { 3, 4.25 } };',
      'assignments',
      [
        [1.5, 2],
        [3, 4.25],
      ],
    ],
    [
      'double[,] w = new double[,] { { 1.5, 2d }, { 3, 4.25m } };',
      'assignments',
      [
        [1.5, 2],
        [3, 4.25],
      ],
    ],
    [
      "auto w = {{1.5, 2}, {3, 1'000.25}};",
      'assignments',
      [
        [1.5, 2],
        [3, 1000.25],
      ],
    ],
    [
      'float w[3][2] = {{1, 2}, {3, 4}};',
      'assignments',
      [
        [1, 2],
        [3, 4],
        [0, 0],
      ],
    ],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${notation}`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), values);
      assert.equal(reading.notation, notation);
    });
  }
});
