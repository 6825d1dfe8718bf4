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
      ['np.hstack(([[1, 2]], [[3, 4]]))', 'np.hstack'],
      ['np.r_[1:4]', 'np.r_'],
      ['np.dstack([[1, 2], [3, 4]])', 'np.dstack'],
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
      ['np.array([1, 2]) + 1', '+ 1'],
      ['x = np.array([1, 2]) ** 2', '** 2'],
      ['np.array([1, 2]) % 2', '% 2'],
      ['W = [1 2] - b', '- b'],
      ['2 ./ [1 2 3]', './'],
      ['[1 2 3] .* [4 5 6]', '.*'],
      ['[1 2; 3 4].^-1', '.^-1'],
      [String.raw`[1 2; 3 4]\[1; 2]`, '\\'],
      ['A = [1 2; 3 4](1, :)', '(1, :)'],
      ['matrix([1, 2], [3, 4]) . [1, 2]', '.'],
      ['{{1, 2}, {3, 4}}.{1, 2}', '.'],
      ['np.array([1, 2, 3, 4]).reshape(2, 2, order="F")', '.reshape'],
      ['A = np.ones((2, 2)) + 1', '+ 1'],
      ['A = np.linspace(0, 1, 3) ** 2', '** 2'],
      ['A = np.diag([1, 2])[0]', '[0]'],
      ['[1 2; 3 4] \\ [1, 2]', '\\'],
      ['{{1, 2}, {3, 4}}[[1]]', '[[1]]'],
      ['A = [eye(2), [1; 2]]', 'eye'],
      ['apply(rbind(c(1, 2), c(3, 4)), 1, sum)', 'apply'],
      ['np.array([1.5, 2]).astype(int)', '.astype'],
      [String.raw`\begin{pmatrix} 1 & 2 \end{pmatrix} + \begin{pmatrix} 3 & 4 \end{pmatrix}`, '+'],
      [String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}`, '^{-1}'],
      [String.raw`W = \begin{pmatrix} 1 & 2 \end{pmatrix} \begin{pmatrix} 3 \\ 4 \end{pmatrix}`, '\\begin'],
      [String.raw`y = x - \begin{pmatrix} 1 & 2 \end{pmatrix}`, '-'],
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
      '**[1, 2]**',
      'The *vector [1, 2]* and more',
      'The vector [1, 2] - the first - is long',
      'x = [1 2] % 3 of them',
      'Here np.zeros(3). and x = [1, 2], then np.ones((2, 2)).',
      "x = '[1, 2]'",
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

describe('a factor of an array', () => {
  it('multiplies it exactly, whatever makes the array, and is said', () => {
    const texts: readonly (readonly [text: string, factor: string, expected: unknown])[] = [
      ['2*np.array([1, 2])', '2', [2, 4]],
      ['x = -np.array([1, 2])', '-1', [-1, -2]],
      ['0.5*[1 2 3]', '0.5', [0.5, 1, 1.5]],
      ['2 .* [1 2 3]', '2', [2, 4, 6]],
      ['x <- 2*c(1, 2)', '2', [2, 4]],
      ['1/3 * torch.tensor([0.3, 3.0])', '1/3', [0.1, 1]],
      ['np.array([0.3, 3]).astype(np.float32)/3', '1/3', [0.1, 1]],
      [
        '-matrix(c(1, 2, 3, 4), 2)',
        '-1',
        [
          [-1, -3],
          [-2, -4],
        ],
      ],
      [
        '2*np.c_[[1, 2], [3, 4]]',
        '2',
        [
          [2, 6],
          [4, 8],
        ],
      ],
      [String.raw`A = -\begin{pmatrix} 1 & 2 \end{pmatrix}`, '-1', [[-1, -2]]],
      [String.raw`3 \cdot \begin{pmatrix} 1 & 2 \end{pmatrix}`, '3', [[3, 6]]],
      [String.raw`x = 10^{-3}\begin{pmatrix} 1 & 2 \end{pmatrix}`, '10^(-3)', [[0.001, 0.002]]],
    ];
    for (const [text, factor, expected] of texts) {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), expected, text);
      const said = reading.choices.filter(({ rule }) => rule !== 'column-major');
      assert.deepEqual(said, [{ rule: 'factor', factor }], text);
    }
  });
});

describe('arrays that a call sets side by side', () => {
  it('are columns, rows or one vector, as NumPy and PyTorch have them', () => {
    for (const [text, expected] of [
      [
        'np.c_[[1, 2], [3, 4]]',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      ['np.c_[1, 2]', [[1, 2]]],
      ['np.r_[[1, 2], [3, 4]]', [1, 2, 3, 4]],
      [
        'np.column_stack(([1, 2], [3, 4]))',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      ['np.hstack(([1, 2], [3, 4]))', [1, 2, 3, 4]],
      [
        'np.stack([[1, 2], [3, 4]], axis=1)',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      [
        'torch.stack([torch.tensor([1., 2.]), torch.tensor([3., 4.])])',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        'np.transpose([[1, 2], [3, 4]])',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      [
        'transpose([1 2; 3 4])',
        [
          [1, 3],
          [2, 4],
        ],
      ],
      [
        'Transpose[{{1, 2}, {3, 4}}]',
        [
          [1, 3],
          [2, 4],
        ],
      ],
    ] as const) {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), expected, text);
      assert.deepEqual(slices(reading, reading.array).map(Number), [...reading.array.values], text);
    }
  });
});

describe('a method that gives the same numbers another shape', () => {
  it('is followed', () => {
    for (const [text, shape] of [
      ['np.array([[1, 2], [3, 4]]).flatten()', [4]],
      ['torch.tensor([[1., 2.]]).squeeze()', [2]],
      ['np.arange(4).reshape(2, 2)', [2, 2]],
      ['matrix(1:4, 2) / 10', [2, 2]],
      ['torch.tensor([[1., 2.]]).t()', [2, 1]],
      ['torch.tensor([1., 2.]).unsqueeze(1)', [2, 1]],
      ['np.array([1, 2])[None]', [1, 2]],
      ['np.array([1, 2])[:, np.newaxis].copy()', [2, 1]],
      ['[1 2 3](:)', [3, 1]],
      ["[1 2 3](:)'", [1, 3]],
    ] as const)
      assert.deepEqual(readMatrix(text).array.shape, shape, text);
    assert.deepEqual(rows(readMatrix('matrix(1:4, 2) / 10').array), [
      [0.1, 0.3],
      [0.2, 0.4],
    ]);
    assert.deepEqual(rows(readMatrix('[1 2; 3 4](:)').array), [[1], [3], [2], [4]]);
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
