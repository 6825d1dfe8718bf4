import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readMatrix, readNetwork, rows, slices } from './support';

describe('prints of tools', () => {
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

  it('takes the name behind a prompt for what the console shows below it', () => {
    for (const text of [
      '>>> W\narray([[1., 2.]])\n>>> b\narray([3.])\n',
      'In [3]: W1\nOut[3]: array([[1., 2.]])\n\nIn [4]: b1\nOut[4]: array([3.])',
      '>>> model[0].weight\nParameter containing:\ntensor([[1., 2.]], requires_grad=True)\n>>> model[0].bias\nParameter containing:\ntensor([3.], requires_grad=True)',
      '> W\n     [,1] [,2]\n[1,]    1    2\n> b\n[1] 3\n',
      'julia> W\n1×2 Matrix{Float64}:\n 1.0  2.0\n\njulia> b\n1-element Vector{Float64}:\n 3.0\n',
    ]) {
      const [layer, ...others] = readNetwork(text).layers;
      assert.deepEqual([rows(layer?.weights ?? null), rows(layer?.biases ?? null)], [[[1, 2]], [3]], text);
      assert.deepEqual(others, []);
    }
    assert.deepEqual(rows(readMatrix('%1 = [1, 2; 3, 4]').array), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(rows(readMatrix('A = [1 2 %1 = one\n 3 4]').array), [
      [1, 2],
      [3, 4],
    ]);
  });

  it('takes tensors without dimensions in a list for the numbers of a vector', () => {
    const reading = readMatrix("[tensor(0.5000, grad_fn=<SumBackward0>), tensor(0.25, device='cuda:0')]");
    assert.deepEqual(rows(reading.array), [0.5, 0.25]);
    assert.deepEqual(slices(reading, reading.array), ['0.5000', '0.25']);
    assert.deepEqual(rows(readMatrix('[tensor([0.5]), tensor([0.25])]').array), [[0.5], [0.25]]);
    assert.deepEqual(rows(readMatrix('array(array(1), array(2))').array), [[1], [2]]);
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

  it('takes a vector that NumPy folded over lines for one vector', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => `0.${String(i + 1).padStart(7, '1')}`);
    const text = `[${numbers.slice(0, 7).join(' ')}\n ${numbers.slice(7, 14).join(' ')}\n ${numbers.slice(14).join(' ')}]`;
    assert.deepEqual(readMatrix(text).array.shape, [20]);
  });

  it('refuses what a terminal cut within a number, and fractions that SymPy draws', () => {
    const cut =
      '[-0.293421740286629  0.323316304738149  -0.96182608917263  -1.04604724918532  0.\n378182498154095]';
    assert.equal(read(cut).kind, 'error');
    assert.match(faults('[-26  ]\n[---- ]\n[ 11  ]\n[     ]\n[-17/7]')[0] ?? '', /^unexpected-token @9/);
  });
});
