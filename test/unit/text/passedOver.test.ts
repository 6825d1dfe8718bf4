import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { readMatrix, rows, slices } from './support';

describe('what is no array', () => {
  for (const text of [
    'np.empty((2, 3))',
    'torch.Size([2, 3])',
    'std::cout << 1 << "x";',
    'x = 1 << 3',
    '[1+2i, 3]',
  ]) {
    it(`takes no sizes, shifts or complex numbers for entries: ${text}`, () => {
      assert.equal(read(text).kind, 'error');
    });
  }

  it('leaves programs and prose alone', () => {
    for (const text of [
      'import a, b\nfoo(1, 2)',
      'the matrix (see below) has rank 2',
      'a; b\nc; d',
      '- a bullet\n- 2 bullets',
    ]) {
      assert.equal(read(text).kind, 'error', text);
    }
  });

  it('are not the numbers of an array that a function, a method, an index or an operator makes into others', () => {
    const texts: readonly (readonly [text: string, at: string])[] = [
      ['softmax([1, 2, 3])', 'softmax'],
      ['y = np.exp(np.array([0, 1]))', 'np.exp'],
      ['W = inv([1 2; 3 4])', 'inv'],
      ['np.hstack(([1, 2], [3, 4]))', 'np.hstack'],
      ['Exp[{0, 1}]', 'Exp'],
      ['[i / 10 for i in [1, 2, 3]]', 'for i in'],
      ['np.array([3, 1, 2])[1:]', '[1:'],
      ['torch.tensor([3, 1, 2]).max()', '.max'],
      ['np.array([1, 2]) + np.array([3, 4])', '+'],
      ['x = [1, 2, 3][0]', '[0]'],
      ['y = [1, 2, 3] @ W', '@'],
      ['rev(c(1, 2))', 'rev'],
      ['matrix(1:4, 2) %*% c(1, 2)', '%*%'],
      ['solve(matrix(c(2, 0, 0, 2), 2))', 'solve'],
    ];
    for (const [text, at] of texts) {
      const reading = read(text);
      assert.equal(reading.kind, 'error', text);
      assert.ok(
        reading.problems.some(({ span }) =>
          text.slice(span.offset, span.offset + span.length).startsWith(at),
        ),
        `${text}: ${JSON.stringify(reading.problems)}`,
      );
    }
  });

  it('stand around arrays that stay what they are', () => {
    for (const text of [
      'print([1, 2])',
      'the maximum of ([1, 2]) is 2',
      'for rate in [1, 2]:',
      'np.array([1, 2]).astype(float)',
      'MatrixForm[{1, 2}]',
      'nn.Parameter(torch.tensor([1, 2]))',
      'tf.Variable([1, 2])',
    ])
      assert.deepEqual(rows(readMatrix(text).array), [1, 2], text);
  });

  it('stand inside each other after a name too', () => {
    for (const [text, expected] of [
      ['W = torch.tensor(np.array([[1, 2]]))', [[1, 2]]],
      ['W = nn.Parameter(torch.tensor([[1., 2.]]), requires_grad=True)', [[1, 2]]],
      [
        'W = (np.array([1, 2]), np.array([3, 4]))',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        'W = [np.array([(1, 2), (3, 4)])]',
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
    ] as const)
      assert.deepEqual(rows(readMatrix(text).array), expected, text);
  });
});

describe('a method that gives the same numbers another shape', () => {
  it('is followed', () => {
    for (const [text, shape] of [
      ['np.array([[1, 2], [3, 4]]).flatten()', [4]],
      ['torch.tensor([[1., 2.]]).squeeze()', [2]],
      ['np.arange(4).reshape(2, 2)', [2, 2]],
      ['matrix(1:4, 2) / 10', [2, 2]],
    ] as const)
      assert.deepEqual(readMatrix(text).array.shape, shape, text);
    assert.deepEqual(rows(readMatrix('matrix(1:4, 2) / 10').array), [
      [0.1, 0.3],
      [0.2, 0.4],
    ]);
  });
});

describe('a list times a whole number', () => {
  it('is repeated where it has one number, as in Python', () => {
    const reading = readMatrix('[1/4] * 3');
    assert.deepEqual(rows(reading.array), [0.25, 0.25, 0.25]);
    assert.deepEqual(slices(reading, reading.array), ['1/4', '', '']);
    assert.deepEqual(rows(readMatrix('np.array([0.5]) * 3').array), [1.5]);
  });

  it('is multiplied where it has more, and that Python repeats it is said', () => {
    const reading = readMatrix('[1, 2] * 3');
    assert.deepEqual(rows(reading.array), [3, 6]);
    assert.deepEqual(
      reading.problems.map(({ code, data }) => [code, data]),
      [['ambiguous-reading', { taken: '[3, 6]', other: '[1, 2, 1, 2, …]' }]],
    );
    assert.deepEqual(readMatrix('[1 2] * 3').problems, []);
  });
});
