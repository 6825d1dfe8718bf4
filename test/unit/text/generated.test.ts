import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { readMatrix, readNetwork, rows, slices } from './support';

/** As NumPy, PyTorch, Octave, Julia and Mathematica evaluate them. */
const calls: readonly (readonly [text: string, expected: unknown])[] = [
  [
    'np.zeros((2, 3))',
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  [
    'W = zeros(2, 3)',
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  [
    'A = ones(2,2);',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'torch.ones(2, 2, dtype=torch.float64)',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  ['np.ones(3)', [1, 1, 1]],
  ['jnp.zeros((2,))', [0, 0]],
  [
    'eye(2)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'np.eye(2, 3)',
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
  ],
  [
    'np.identity(2)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'np.full((2, 2), 7)',
    [
      [7, 7],
      [7, 7],
    ],
  ],
  ['np.full(2, -0.5)', [-0.5, -0.5]],
  ['np.repeat(0.25, 2)', [0.25, 0.25]],
  ['fill(1/4, 2)', [[0.25], [0.25]]],
  ['repmat(0.5, 1, 2)', [[0.5, 0.5]]],
  ['ConstantArray[1/2, {1, 2}]', [[0.5, 0.5]]],
  ['0.5 * np.ones(2)', [0.5, 0.5]],
  ['W = np.ones((1, 2)) * 3', [[3, 3]]],
  ['1/4 * ones(1, 2)', [[0.25, 0.25]]],
  [
    'IdentityMatrix[2]',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'np.diag([1, 2])',
    [
      [1, 0],
      [0, 2],
    ],
  ],
  [
    'D = diag([1 2])',
    [
      [1, 0],
      [0, 2],
    ],
  ],
  [
    'DiagonalMatrix[{1, 2}]',
    [
      [1, 0],
      [0, 2],
    ],
  ],
];

describe('calls that make an array of a size', () => {
  for (const [text, expected] of calls) {
    it(`reads ${text}`, () => assert.deepEqual(rows(readMatrix(text).array), expected));
  }

  it('keeps the places of a diagonal, and gives none to the zeros beside it', () => {
    const reading = readMatrix('np.diag([1.5, 2])');
    assert.deepEqual(slices(reading, reading.array), ['1.5', '', '', '2']);
    assert.deepEqual(reading.choices, [{ rule: 'implied-zeros' }]);
  });

  it('makes the layers of a network of them', () => {
    const { layers } = readNetwork('W1 = np.eye(2)\nb1 = np.zeros(2)\nx = [1, 2]');
    assert.deepEqual(
      layers.map(({ weights, biases }) => [rows(weights), rows(biases)]),
      [
        [
          [
            [1, 0],
            [0, 1],
          ],
          [0, 0],
        ],
      ],
    );
  });

  for (const text of [
    ...['zeros(3)', '0.5 * np.ones(3) + 1', 'np.ones((2, 2)) * x', 'np.eye(2)[0]', 'np.zeros((2, 2)).sum()'],
    ...['np.zeros((1000, 1000))', 'np.diag([[1, 2], [3, 4]])', 'np.diag([1, 2]) @ x', 'rand(2, 2)'],
  ]) {
    it(`does not take ${text} for the numbers of a part of it`, () => assert.equal(read(text).kind, 'error'));
  }
});

describe('lists of arrays', () => {
  it('reads those of different shapes, as Python prints the weights of a model', () => {
    const text = '[array([[ 0.5 , -1.25],\n       [ 2.  ,  3.  ]]), array([0.5 , 0.25])]';
    const reading = read(text);
    assert.ok(reading.kind === 'matrices');
    assert.deepEqual(
      reading.arrays.map(({ name, array }) => [name, rows(array)]),
      [
        [
          '[0]',
          [
            [0.5, -1.25],
            [2, 3],
          ],
        ],
        ['[1]', [0.5, 0.25]],
      ],
    );
  });

  it('reads those of one shape as one array', () => {
    assert.deepEqual(rows(readMatrix('[array([1., 2.]), array([3., 4.])]').array), [
      [1, 2],
      [3, 4],
    ]);
  });

  it('says where one of them is wrong', () => {
    const reading = read('[array([[1., x]]), array([3.])]');
    assert.equal(reading.kind, 'error');
    assert.deepEqual(
      reading.problems.map(({ span }) => span.offset),
      [13],
    );
  });
});
