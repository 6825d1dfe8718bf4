import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseRational } from '../../../core/exact/parseRational';
import { compare } from '../../../core/exact/rational';
import { read } from '../../../core/text';
import type { Notation, ReadingChoice } from '../../../core/text/reading';
import { writtenNumber } from '../../../core/text/written';
import { faults, readDistribution, readMatrix, readNetwork, rows, slices } from './support';

interface Sample {
  readonly title: string;
  readonly text: string;
  readonly notation: Notation;
  readonly values: unknown;
  readonly choices?: readonly ReadingChoice[];
}

const header = (columns: number): ReadingChoice => ({ rule: 'header', columns });
const index: ReadingChoice = { rule: 'index-column' };

const samples: readonly Sample[] = [
  {
    title: 'a print of R without its indices',
    text: '     [,1] [,2]\n[1,]  0.5    2\n[2,]   -3    4\n',
    notation: 'r-print',
    values: [
      [0.5, 2],
      [-3, 4],
    ],
    choices: [index],
  },
  {
    title: 'a data frame of R whose columns are in two blocks',
    text: '    V1   V2\n1  0.5  2.0\n2 -3.0  4.0\n    V3\n1  7.0\n2  8.0\n',
    notation: 'r-print',
    values: [
      [0.5, 2, 7],
      [-3, 4, 8],
    ],
    choices: [header(3), index, { rule: 'column-blocks', count: 2 }],
  },
  {
    title: 'a vector of R over two lines',
    text: ' [1]  0.5  2.0\n [3] -3.0\n',
    notation: 'r-print',
    values: [0.5, 2, -3],
  },
  {
    title: 'a frame of pandas without its index',
    text: '     a    b\n0  0.5  2.0\n1 -3.0  NaN\n',
    notation: 'pandas-print',
    values: [
      [0.5, 2],
      [-3, Number.NaN],
    ],
    choices: [header(2), index],
  },
  {
    title: 'a series of pandas',
    text: '0    0.25\n1    0.75\ndtype: float64',
    notation: 'pandas-print',
    values: [[0.25], [0.75]],
    choices: [index],
  },
  {
    title: 'CSV with a header, an index and an empty cell',
    text: ',x0,x1\n0,0.5,\n1,-3,4\n',
    notation: 'csv',
    values: [
      [0.5, Number.NaN],
      [-3, 4],
    ],
    choices: [header(2), index],
  },
  {
    title: 'decimal commas between tabs',
    text: '0,5\t2\n-3\t4,25\n',
    notation: 'tsv-decimal-comma',
    values: [
      [0.5, 2],
      [-3, 4.25],
    ],
    choices: [{ rule: 'decimal-comma' }],
  },
  {
    title: 'thousands parted by no-break spaces',
    text: '1\u202f234,5;2\u00a0000,25\n3;4',
    notation: 'csv-decimal-comma',
    values: [
      [1234.5, 2000.25],
      [3, 4],
    ],
    choices: [{ rule: 'decimal-comma' }],
  },
  {
    title: 'a Markdown table',
    text: '| w | b |\n|--:|---|\n| 1 | ½ |\n| 3 | 4 |',
    notation: 'markdown',
    values: [
      [1, 0.5],
      [3, 4],
    ],
    choices: [header(2)],
  },
  {
    title: 'a Matrix Market array, which goes column by column',
    text: '%%MatrixMarket matrix array real general\n% by hand\n2 2\n1\n2\n3\n4\n',
    notation: 'matrix-market',
    values: [
      [1, 3],
      [2, 4],
    ],
    choices: [{ rule: 'column-major' }],
  },
  {
    title: 'Matrix Market coordinates of one triangle',
    text: '%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n1 1 0.5\n2 1 3\n',
    notation: 'matrix-market',
    values: [
      [0.5, 3],
      [3, 0],
    ],
    choices: [{ rule: 'implied-zeros' }, { rule: 'mirrored', symmetry: 'symmetric' }],
  },
  {
    title: 'a print of Octave with a common factor and blocks of columns',
    text: 'A =\n\n  1.0e+03 *\n\n Columns 1 and 2:\n\n   0.0005   2.0000\n  -3.0000   4.0000\n\n Column 3:\n\n   0.1\n   0.2\n\n',
    notation: 'octave-print',
    values: [
      [0.5, 2000, 100],
      [-3000, 4000, 200],
    ],
    choices: [
      { rule: 'scale-factor', exponent: 3 },
      { rule: 'column-blocks', count: 2 },
      { rule: 'printed-digits', decimals: 4, halfUnit: 50 },
    ],
  },
  {
    title: 'a common factor of MATLAB without a name',
    text: '1.0e+03 *\n\n 1 2\n 3 4',
    notation: 'octave-print',
    values: [
      [1000, 2000],
      [3000, 4000],
    ],
    choices: [{ rule: 'scale-factor', exponent: 3 }],
  },
  {
    title: 'what R dumps',
    text: 'structure(c(1, 2, 3, NA), dim = c(2L, 2L))',
    notation: 'r-dput',
    values: [
      [1, 3],
      [2, Number.NaN],
    ],
    choices: [{ rule: 'column-major' }],
  },
  {
    title: 'a matrix of R by rows',
    text: 'matrix(c(1, 2L, -3, 4e-1), nrow = 2, byrow = TRUE)',
    notation: 'r-literal',
    values: [
      [1, 2],
      [-3, 0.4],
    ],
  },
  {
    title: 'vectors of R as columns',
    text: 'cbind(c(1, 2), 3:4)',
    notation: 'r-literal',
    values: [
      [1, 3],
      [2, 4],
    ],
  },
  {
    title: 'a LaTeX matrix',
    text: '\\left[\\begin{matrix}- \\frac{9}{25} & 0{,}5\\\\[2pt] \\hline 10^{-3} & 2 \\cdot 10^{3}\\end{matrix}\\right]^T',
    notation: 'latex',
    values: [
      [-0.36, 0.001],
      [0.5, 2000],
    ],
  },
  {
    title: 'what PARI draws',
    text: '\n[-1/2  3]\n\n[   4 10]\n',
    notation: 'pari-pretty',
    values: [
      [-0.5, 3],
      [4, 10],
    ],
  },
  {
    title: 'what Maxima draws',
    text: '[  1   2  ]\n[         ]\n[  3  4.5 ]',
    notation: 'maxima-2d',
    values: [
      [1, 2],
      [3, 4.5],
    ],
  },
  {
    title: 'what Julia prints',
    text: '2×2 Matrix{Rational{Int64}}:\n 1//2  2//1\n 3//1  -4//3',
    notation: 'julia',
    values: [
      [0.5, 2],
      [3, -4 / 3],
    ],
  },
  {
    title: 'lists of YAML',
    text: 'grid:\n  - - 1\n    - 2\n  - - .inf\n    - 4\n',
    notation: 'yaml',
    values: [
      [1, 2],
      [Number.POSITIVE_INFINITY, 4],
    ],
  },
];

describe('a notation with a form of its own', () => {
  for (const { title, text, notation, values, choices = [] } of samples) {
    it(`reads ${title}, and says by which rules`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), values);
      assert.equal(reading.notation, notation);
      assert.deepEqual(reading.choices, choices);
    });

    it(`gives the place of each number in ${title}`, () => {
      const { array } = readMatrix(text);
      array.values.forEach((value, i) => {
        const exact = parseRational(writtenNumber(text, array, i));
        if (!Number.isFinite(value)) assert.equal(exact, null);
        else {
          const decimal = parseRational(String(value));
          assert.ok(exact !== null && decimal !== null);
          if (!slices(readMatrix(text), array)[i]?.includes('3')) assert.equal(compare(exact, decimal), 0);
        }
      });
    });
  }

  for (const [text, expected] of [
    ['   w0  ...   w9\n0 0.5  ...  2.0\n', ['elided @7+3', 'elided @23+3']],
    ['     [,1] [,2]\n[1,]    1    2\n[2,]    3\n', ['ragged @39+1']],
    ['     [,1]\n[1,]    1\n [ reached getOption("max.print") -- omitted 7 rows ]\n', ['elided @21+52']],
    ['%%MatrixMarket matrix foo real general\n2 2\n', ['unexpected-token @22+3']],
    ['%%MatrixMarket matrix coordinate real general\n2 2 1\n3 1 2.5\n', ['unexpected-token @52+1']],
    ['structure(c(1, 2, 3), dim = c(2L, 2L))', ['ragged @22+16']],
    ['matrix(c(1, 2, x), 2)', ['unexpected-token @15+1']],
    ['\\begin{pmatrix}1 & \\cdots\\end{pmatrix}', ['elided @19+6']],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{bmatrix}', ['mismatched @23+13']],
    ['x;y\n0,5;1\n2\n', ['ragged @11+1']],
    ['| a | b |\n|---|---|\n| 1 | ... |\n', ['elided @26+3']],
    ['[sqrt(x), 1]', ['unexpected-token @1+4']],
    ['2×2 Matrix{Float64}:\n 1.0  …\n 3.0  …', ['elided @27+1', 'elided @35+1']],
  ] as const) {
    it(`finds ${expected.join(' and ')} in ${JSON.stringify(text)}`, () => {
      assert.equal(read(text).kind, 'error');
      assert.deepEqual(faults(text), expected);
    });
  }

  for (const [text, notation, expected] of [
    [
      'masked_array(\n  data=[[1.0, --],\n        [3.0, 4.0]],\n  mask=[[False,  True],\n        [False, False]],\n  fill_value=1e+20)',
      'numpy-repr',
      [
        [1, Number.NaN],
        [3, 4],
      ],
    ],
    [
      '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
      'tf-repr',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["<tf.Variable 'w:0' shape=(2,) dtype=float32, numpy=array([1., 2.], dtype=float32)>", 'tf-repr', [1, 2]],
    ['<tf.Tensor: shape=(), dtype=float32, numpy=3.0>', 'tf-repr', 3],
    ['tf.Tensor([1. 2. 3.], shape=(3,), dtype=float32)', 'tf-repr', [1, 2, 3]],
    ['Array([1., 2.], dtype=float32, weak_type=True)', 'jax-repr', [1, 2]],
    ['DeviceArray([1., 2.], dtype=float32)', 'jax-repr', [1, 2]],
    [
      'Tensor(shape=[2, 2], dtype=float32, place=Place(cpu), stop_gradient=True,\n       [[1., 2.],\n        [3., 4.]])',
      'paddle-repr',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[[1. 2.]\n [3. 4.]]',
      'numpy-str',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['Parameter containing:\ntensor([[0.5, 0.25]], requires_grad=True)', 'torch-repr', [[0.5, 0.25]]],
    [
      'matrix([1,2],[3,4])',
      'maxima',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'Matrix([\n[1, 2],\n[3, 4]])',
      'sympy-repr',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['Float32[1, 2]', 'julia', [[1], [2]]],
    ['[1.5 E-8, 2.5 E-1]', 'pari', [1.5e-8, 0.25]],
  ] as const) {
    it(`reads one array from ${JSON.stringify(text)}, as ${notation}`, () => {
      const reading = read(text);
      assert.ok(reading.kind === 'matrix', JSON.stringify(reading.problems));
      assert.equal(reading.notation, notation);
      assert.deepEqual(rows(reading.array), expected);
    });
  }

  for (const [text, notation, expected] of [
    [
      'Eigen::MatrixXd W(2, 2);\nW << 1, 2,\n     3, 4;',
      'eigen',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'A << 1 << 2 << arma::endr << 3 << 4 << arma::endr;',
      'eigen',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'structure(list(a = c(1, 2), b = c(3, 4)), class = "data.frame", row.names = c(NA, -2L))',
      'r-dput',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ["[+1, .5, 0x1F, 'Infinity',]", 'python-list', [1, 0.5, 31, Number.POSITIVE_INFINITY]],
    ['[10%, 20%]', 'json', [0.1, 0.2]],
    [
      '# a b\n1.0e+00 2.0e+00\n3.0e+00 4.0e+00',
      'plain',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ] as const) {
    it(`reads all of ${JSON.stringify(text)} as ${notation}`, () => {
      const reading = read(text);
      assert.ok(reading.kind === 'matrix', JSON.stringify(reading.problems));
      assert.equal(reading.notation, notation);
      assert.deepEqual(rows(reading.array), expected);
    });
  }

  it('makes a network of Eigen initialisers, and a distribution of percentages', () => {
    const network = readNetwork('W1 << 1, 2,\n 3, 4;\nb1 << 5, 6;\nx << 1, 1;');
    assert.deepEqual(rows(network.layers[0]?.biases ?? null), [5, 6]);
    const distribution = read('P = 33%, 33%, 34%');
    assert.ok(distribution.kind === 'distribution');
    assert.deepEqual(rows(distribution.p.numbers), [0.33, 0.33, 0.34]);
  });

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

  for (const text of [
    '<Tensor <UOp CPU (3,) float> on CPU with grad None>',
    "<tf.Tensor 'x:0' shape=(2, 2) dtype=float32>",
    'Traced<ShapedArray(float32[3])>with<DynamicJaxprTrace(level=1/0)>',
  ]) {
    it(`refuses ${text}, which leaves its numbers out`, () => {
      const reading = read(text);
      assert.equal(reading.kind, 'error');
      assert.match(faults(text)[0] ?? '', /^elided @0/);
    });
  }

  it('keeps the name before a print, so that prints make a network', () => {
    const network = readNetwork('W1 =\n\n   1   2\n   3   4\n\nb1 =\n\n   5\n   6\n\nx =\n\n   7\n   8\n\n');
    assert.deepEqual(rows(network.layers[0]?.weights ?? null), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(rows(network.layers[0]?.biases ?? null), [5, 6]);
  });

  it('takes the tensors of a state dict for a network', () => {
    const text = "OrderedDict([('0.weight', tensor([[1., 2.], [3., 4.]])), ('0.bias', tensor([5., 6.]))])";
    const network = readNetwork(text);
    assert.equal(network.notation, 'torch-state-dict');
    assert.deepEqual(rows(network.layers[0]?.weights ?? null), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(rows(network.layers[0]?.biases ?? null), [5, 6]);
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

  it('takes a vector that NumPy folded over lines for one vector', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => `0.${String(i + 1).padStart(7, '1')}`);
    const text = `[${numbers.slice(0, 7).join(' ')}\n ${numbers.slice(7, 14).join(' ')}\n ${numbers.slice(14).join(' ')}]`;
    assert.deepEqual(readMatrix(text).array.shape, [20]);
  });

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
});
