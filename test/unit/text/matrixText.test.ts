import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { writtenNumber } from '../../../core/text/written';
import { faults, readDistribution, readMatrix, readNetwork, rows, slices } from './support';

describe('a network as matrix text', () => {
  it('reads assignments in any bracket and with any sign', () => {
    const reading = readNetwork(
      'W1 = [[1, 2], [3, 4]]\nb1 = {5, 6}\nW2 := (7 8)\nb2: 9\nx = [1 2]\ny = 1/2\n' +
        'activation = tanh\nactivation2 = identity\nloss = mse_loss\neta = 0.5',
    );
    assert.deepEqual(reading.problems, []);
    assert.equal(reading.notation, 'assignments');
    assert.deepEqual(
      reading.layers.map(({ weights, biases, activation }) => [
        rows(weights),
        rows(biases),
        activation?.name,
      ]),
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [5, 6],
          'tanh',
        ],
        [[[7, 8]], [9], 'identity'],
      ],
    );
    assert.deepEqual(rows(reading.target), 0.5);
    assert.equal(reading.loss?.name, 'mse_loss');
    assert.equal(reading.learningRate?.value, 0.5);
  });

  it('reads columns as vectors', () => {
    const reading = readNetwork('W1 = [1 2 3; 4 5 6]\nb1 = [0.1; 0.2]\nx = [1; 2; 3]\ny = [4; 5]');
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(reading.input?.shape, [3]);
    assert.deepEqual(reading.target?.shape, [2]);
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [0.1, 0.2]);
  });

  it("pairs the sheet's biases, one ahead of their weights", () => {
    const { layers } = readNetwork('W0 = [1 2; 3 4]\nb1 = [5 6]\nW1 = [7 8]\nb2 = 9');
    assert.deepEqual(
      layers.map(({ biases }) => rows(biases)),
      [[5, 6], [9]],
    );
  });

  it('reads subscripts, superscripts and declarations around the names', () => {
    for (const text of [
      'W₁ = [1 2; 3 4]\nW₂ = [5 6]',
      'W^{(1)} = [1 2; 3 4], W^{(2)} = [5 6]',
      'const W_1 = [[1, 2], [3, 4]];\nconst W_2 = [[5, 6]];',
      'double W1[2][2] = {{1, 2}, {3, 4}};\ndouble W2[1][2] = {{5, 6}};',
    ]) {
      assert.deepEqual(rows(readNetwork(text).layers[1]?.weights ?? null), [[5, 6]], text);
    }
  });

  it('reads matrices without names whose shapes chain as W or [W b]', () => {
    const plain = readNetwork('1 2\n3 4\n\n5 6');
    assert.deepEqual(plain.choices, [{ rule: 'chained-matrices', count: 2 }]);
    const augmented = readNetwork('[[1, 2, 3], [4, 5, 6]]\n[[7, 8, 9]]');
    assert.deepEqual(augmented.choices, [
      { rule: 'chained-matrices', count: 2 },
      { rule: 'augmented', layer: 0 },
      { rule: 'augmented', layer: 1 },
    ]);
    assert.deepEqual(rows(augmented.layers[0]?.biases ?? null), [3, 6]);
  });

  it('takes one matrix for a layer when a network is asked for', () => {
    const reading = readNetwork('[1 2; 3 4]', { as: 'network' });
    assert.equal(reading.layers[0]?.activation, null);
    assert.deepEqual(reading.choices, [{ rule: 'single-matrix' }]);
  });

  it('passes over the words around it', () => {
    const reading = readNetwork('The weights are W1 = [[1 2 3]] and b1 = [4], as in exercise (1), see [2].');
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [4]);
  });

  it('says that a name comes twice', () => {
    assert.deepEqual(faults('W1 = [1]\nb1 = [2]\nW1 = [3]'), ['duplicate-key @18+2']);
  });
});

describe('a matrix', () => {
  for (const [text, expected, notation] of [
    [
      '[1 2; 3 4]',
      [
        [1, 2],
        [3, 4],
      ],
      'octave-literal',
    ],
    ['[1 -2]', [1, -2], 'octave-literal'],
    [
      '[1, 2\n 3, 4]',
      [
        [1, 2],
        [3, 4],
      ],
      'octave-literal',
    ],
    [
      '[1 2 ...\n 3; 4 5 6]',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'octave-literal',
    ],
    [
      "[1 2; 3 4]'",
      [
        [1, 3],
        [2, 4],
      ],
      'octave-literal',
    ],
    [
      '[[1, 2], [3, 4]]',
      [
        [1, 2],
        [3, 4],
      ],
      'json',
    ],
    [
      '[[1, 2,], [3, 4,],]',
      [
        [1, 2],
        [3, 4],
      ],
      'python-list',
    ],
    [
      '((1, 2), (3, 4))',
      [
        [1, 2],
        [3, 4],
      ],
      'parentheses',
    ],
    ['((-8,),)', [[-8]], 'parentheses'],
    [
      '{{1, 2}, {3, 4}}',
      [
        [1, 2],
        [3, 4],
      ],
      'braces',
    ],
    [
      'np.array([[1, 2], [3, 4]])',
      [
        [1, 2],
        [3, 4],
      ],
      'python-list',
    ],
    [
      '1 2\n3 4\n',
      [
        [1, 2],
        [3, 4],
      ],
      'plain',
    ],
    [
      '1\t2\r\n3\t4',
      [
        [1, 2],
        [3, 4],
      ],
      'tsv',
    ],
    [
      '1;2;3\n4;5;6',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'csv',
    ],
    [
      '1 2; 3 4',
      [
        [1, 2],
        [3, 4],
      ],
      'plain',
    ],
    ['1/2, −1/3', [1 / 2, -1 / 3], 'plain'],
    ['[[[1, 2]], [[3, 4]]]', [[[1, 2]], [[3, 4]]], 'json'],
    [
      '[5 8; % first\n 3 4] # second',
      [
        [5, 8],
        [3, 4],
      ],
      'octave-literal',
    ],
    ['A = [1 2]', [1, 2], 'assignments'],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), expected);
      assert.equal(reading.notation, notation);
      assert.deepEqual(reading.problems, []);
    });
  }

  it('reads a fraction as one number with one range', () => {
    const reading = readMatrix('[9/25 12/25 −4/25]');
    assert.deepEqual(slices(reading, reading.array), ['9/25', '12/25', '−4/25']);
  });

  it('keeps several arrays that make no network apart, with their names', () => {
    const reading = read('a = [1, 2, 3]\nm = [[1], [2]]');
    assert.ok(reading.kind === 'matrices');
    assert.deepEqual(
      reading.arrays.map(({ name, array }) => [name, rows(array)]),
      [
        ['a', [1, 2, 3]],
        ['m', [[1], [2]]],
      ],
    );
    assert.deepEqual(reading.choices, [{ rule: 'named-arrays' }]);
  });

  it('counts places from the start of the text, also inside a selection', () => {
    const text = 'before [1 2] after';
    const reading = read(text, { within: [{ offset: 7, length: 5 }] });
    assert.ok(reading.kind === 'matrix');
    assert.deepEqual(slices(reading, reading.array), ['1', '2']);
    assert.deepEqual(reading.span, { offset: 7, length: 5 });
  });

  for (const [text, expected] of [
    ['[1 - x]', ['unexpected-token @3+1', 'unexpected-token @5+1']],
    ['x*[1 2]', ['unexpected-token @1+1']],
    ['[1 2]*[3; 4]', ['unexpected-token @5+1', 'unexpected-token @5+1']],
    ['[1 2] * [3; 4]', ['unexpected-token @6+1']],
    ['pi * [1 2]', ['unexpected-token @3+1']],
    ['[1 2; 3 4 5]', ['ragged @10+1']],
    ['[1 2 3; 4 5; 6 7 8]', ['ragged @11+1']],
    ['1 2\n3', ['ragged @5+0']],
    ['1 2\n3 4x', ['unexpected-token @6+2']],
    ['[1, 2, ..., 9]', ['elided @7+3']],
    ['1 2 … 9', ['elided @4+1']],
    ['W1 = [[1, 2]\nb1 = [3]', ['unclosed @13+2']],
    ['W1 =', ['missing-value @4+0']],
    ['W1 = abc', ['unexpected-token @5+3']],
    ['{{1.5*^, 1}, {2, 3}}', ['unexpected-token @2+5']],
    ['', ['empty @0+0']],
    ['just words', ['unexpected-token @0+4']],
  ] as const) {
    it(`finds ${expected.join(' and ')} in ${JSON.stringify(text)}`, () => {
      assert.equal(read(text).kind, 'error');
      assert.deepEqual(faults(text), expected);
    });
  }

  it('reads decimal commas between semicolons, and says so', () => {
    const reading = readMatrix('0,5;0,3\n0,2;0,7');
    assert.deepEqual(rows(reading.array), [
      [0.5, 0.3],
      [0.2, 0.7],
    ]);
    assert.deepEqual(reading.choices, [{ rule: 'decimal-comma' }]);
    assert.equal(reading.notation, 'csv-decimal-comma');
  });

  it('says that commas may be decimal where one line leaves it open, and reads them between numbers', () => {
    const [problem] = read('1,5;2,3').problems;
    assert.ok(problem?.code === 'ambiguous-reading');
    assert.deepEqual(problem.data, { taken: '1, 5', other: '1.5' });
  });

  it('knows where numbers were meant, and stays silent over other text', () => {
    const meant = (text: string) => {
      const reading = read(text);
      return reading.kind === 'error' && reading.meant;
    };
    assert.ok(meant('[[1, 2], [3, x]]'));
    assert.ok(meant('{"layers": 5}'));
    assert.ok(meant('W1 = [[1, 2'));
    assert.ok(!meant('if (a == 3) return b[i];'));
    assert.ok(!meant('Call me in 5 minutes.'));
    assert.ok(!meant('x = foo(3)'));
  });

  it('leaves the numbers of programs and style sheets alone', () => {
    for (const text of [
      'for (let i = 0; i < 10; i++) x[i] = f(i, 2);',
      'const point = { x: 3, y: 4 };',
      'color: rgb(1, 2, 3);',
      'x = 3; p = 0.5',
      '{"target": "es2022", "strict": true}',
      '2024-01-01 12:30:00 INFO loss=0.5 lr=0.1',
    ]) {
      const reading = read(text);
      assert.ok(reading.kind === 'error' && !reading.meant, text);
    }
  });

  it('reads the arrays that Python and JavaScript construct, without what they say beside the numbers', () => {
    const reading = readNetwork(
      'W1 = np.array([[1, 2], [3, 4]], dtype=np.float64)\nb1 = torch.tensor([5., 6.],\n  requires_grad=True)\n' +
        'const x = new Float64Array([1, 2]);',
    );
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [5, 6]);
    assert.deepEqual(rows(reading.input), [1, 2]);
  });

  it('refuses a text of more than 256 million units', () => {
    const text = ' '.repeat(256 * 1024 * 1024 + 1);
    assert.deepEqual(
      read(text).problems.map(({ code }) => code),
      ['too-large'],
    );
  });
});

describe('a distribution as matrix text', () => {
  it('reads P and Q in any case', () => {
    for (const text of [
      'P = [1/2, 1/2]\nQ = [1/4, 3/4]',
      'p = 1/2 1/2\nq = 1/4 3/4',
      'P: (0.5, 0.5), Q: (0.25, 0.75)',
    ]) {
      const reading = readDistribution(text);
      assert.deepEqual(rows(reading.p.numbers), [0.5, 0.5]);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.25, 0.75]);
    }
  });

  it('takes a matrix that is called P for a matrix, and for its rows where distributions are asked for', () => {
    const text = 'P = [[0.2, 0.8], [0.1, 0.9], [0.6, 0.4]]';
    const reading = read(text);
    assert.deepEqual([reading.kind, reading.problems], ['matrix', []]);
    assert.equal(readDistribution(text, { as: 'distribution' }).rows?.length, 3);
    assert.equal(readDistribution('P = [[0.2], [0.8]]').p.numbers.values.length, 2);
  });

  it('reads it outcome by outcome', () => {
    const reading = readDistribution(
      'P(0) = 9/25\nP(1) = 12/25\nP(2) = 4/25\nQ(0) = 1/3, Q(1) = 1/3, Q(2) = 1/3',
    );
    assert.deepEqual(slices(reading, reading.p.numbers), ['9/25', '12/25', '4/25']);
    assert.equal(reading.p.label, 'P');
    assert.equal(reading.q?.numbers.values.length, 3);
  });

  it('reads P and Q among the equations of a sheet, whose matrices hold symbols', () => {
    const text = [
      '$$\\begin{pmatrix} s_1^1 \\\\ s_2^1 \\end{pmatrix} = W \\begin{pmatrix} \\frac{\\partial L}{\\partial o_1} & 1 \\end{pmatrix} \\quad (10)$$',
      '$$\\begin{aligned} P(0) &= \\frac{9}{25} \\\\ P(1) &= \\frac{16}{25} \\end{aligned}$$',
    ].join('\n\n');
    const reading = readDistribution(text);
    assert.deepEqual([...reading.p.numbers.values], [0.36, 0.64]);
  });

  it('give outcomes of one line the probability at its end', () => {
    const reading = read('P(0) = 1/3\nP(1) = 2/3\nQ(0) = Q(1) = 1/2');
    assert.ok(reading.kind === 'distribution', JSON.stringify(reading.problems));
    assert.deepEqual([...(reading.q?.numbers.values ?? [])], [0.5, 0.5]);
    assert.deepEqual([...reading.p.numbers.values], [1 / 3, 2 / 3]);
  });

  it('reads the LaTeX of an exercise sheet, in its environment and without it', () => {
    const lines = String.raw`P(0) &= \frac{9}{25} \\ P(1) &= \dfrac{16}{25} \\ Q(0) &= \frac{1}{2} \\ Q(1) &= 0.5`;
    for (const text of [lines, String.raw`$$\begin{aligned} ${lines} \end{aligned}$$`]) {
      const reading = readDistribution(text);
      assert.deepEqual(slices(reading, reading.p.numbers), [
        String.raw`\frac{9}{25}`,
        String.raw`\dfrac{16}{25}`,
      ]);
      assert.deepEqual(rows(reading.p.numbers), [0.36, 0.64]);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.5, 0.5]);
    }
    assert.deepEqual(faults(String.raw`P(0) = \frac{1}{0}`), ['zero-denominator @7+11']);
    assert.deepEqual(faults(String.raw`P(0) = \frac{a}{b}`), ['unexpected-token @7+11']);
  });

  it('passes over the parentheses of prose and formulas', () => {
    const text = 'As f(x) = max(0, x), (1 + e^x) and w^{(1)} say, P = [1/2 1/2].';
    assert.deepEqual(readDistribution(text).problems, []);
  });

  it('takes two rows, two vectors or two selections for P and Q when asked', () => {
    const twoRows = readDistribution('0.2 0.8\n0.5 0.5', { as: 'distribution' });
    assert.deepEqual(twoRows.choices, [{ rule: 'two-rows' }]);
    assert.deepEqual(rows(twoRows.q?.numbers ?? null), [0.5, 0.5]);
    const text = 'first [0.2 0.8] then [0.5 0.5]';
    const within = [
      { offset: 21, length: 9 },
      { offset: 6, length: 9 },
    ];
    const selected = readDistribution(text, { within });
    assert.deepEqual(selected.choices, [{ rule: 'two-selections' }]);
    assert.deepEqual(rows(selected.p.numbers), [0.5, 0.5]);
  });

  it('takes one vector for P alone', () => {
    assert.equal(readDistribution('[0.2; 0.8]', { as: 'distribution' }).q, null);
    assert.equal(readDistribution('P = 0.2, 0.8').q, null);
  });

  it('refuses a network as a distribution, and the other way round', () => {
    assert.deepEqual(faults('P = [1 2]', { as: 'network' }), ['unexpected-type @0+9']);
    assert.deepEqual(faults('[[[1, 2]], [[3, 4]]]', { as: 'distribution' }), ['unexpected-type @0+20']);
    assert.deepEqual(faults('[1 2; 3 4; 5 x]', { as: 'distribution' }), ['unexpected-token @13+1']);
  });

  it('keeps a common factor in the rows of a print, so that their exact values are those meant', () => {
    const text = 'A =\n\n  1.0e+03 *\n\n   0.0010   0.0030\n   0.0020   0.0020\n';
    const reading = read(text, { as: 'distribution' });
    assert.ok(reading.kind === 'distribution');
    assert.equal(writtenNumber(text, reading.p.numbers, 1), '0.0030e3');
    const fraction = 'A =\n\n  1.0e+03 *\n\n   1/4   0.0030\n   0.0020   0.0020\n';
    assert.equal(readMatrix(fraction).array.values[0], 250);
  });

  it('takes an empty array among matrices for no layer with biases', () => {
    assert.doesNotThrow(() => read('[         ]\n[  3  4.5 ]\n'));
  });
});
