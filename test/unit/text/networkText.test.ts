import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readNetwork, rows, slices } from './support';

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

  it('takes activations from formulas, functions and modules as programs write them', () => {
    const weights = 'W1 = [[1, 2], [3, 4]]\nW2 = [[5, 6]]\n';
    for (const [text, expected] of [
      ['h = np.tanh(W1 @ x + b1)\ny_hat = sigmoid(W2 @ h)', ['tanh', 'sigmoid']],
      ['a1 = F.relu(z1)\na2 = z2', ['relu', undefined]],
      ['y = σ(W2 h + b2)\nσ = softplus', ['softplus', 'softplus']],
      ['f1 = nn.ReLU()\nf2 = tanh;', ['ReLU', 'tanh']],
      ['h = max(W1 x, 0)\ng = 0.5\nsigma = 2', [undefined, undefined]],
      ['score = relu(total)\nu = tanh(0.5)', [undefined, undefined]],
    ] as const) {
      const { layers } = readNetwork(`${weights}${text}`);
      assert.deepEqual(
        layers.map(({ activation }) => activation?.name),
        expected,
        text,
      );
    }
    const modules = readNetwork(
      'model = nn.Sequential(\n  nn.Flatten(), nn.Linear(2, 2),\n  nn.LeakyReLU(0.2),\n  nn.Dropout(0.5), nn.Linear(2, 1)\n)\n' +
        'model[1].weight.data = torch.tensor([[1., 2.], [3., 4.]])\nmodel[1].bias.data = torch.tensor([0., 1.])\n' +
        'model[4].weight.data = torch.tensor([[5., 6.]])\n',
    );
    assert.deepEqual(
      modules.layers.map(({ weights: own, biases, activation }) => [
        rows(own),
        rows(biases),
        activation?.name,
      ]),
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [0, 1],
          'nn.LeakyReLU',
        ],
        [[[5, 6]], null, 'identity'],
      ],
    );
    assert.equal(modules.layers[0]?.activation?.parameters.negative_slope?.value, 0.2);
  });

  it('takes the activations that PyTorch prints of a model for the layers of its state dict', () => {
    const weights = (path: string) =>
      `${path}0.weight tensor([[1., 2.]])\n${path}0.bias tensor([3.])\n${path}2.weight tensor([[4.]])`;
    const modules =
      '(0): Linear(in_features=2, out_features=1, bias=True)\n  (1): LeakyReLU(negative_slope=0.2)\n  (2): Linear(in_features=1, out_features=1, bias=False)\n  (3): Dropout(p=0.5, inplace=False)\n  (4): Sigmoid()\n';
    for (const text of [
      `Sequential(\n  ${modules})\n${weights('')}`,
      `Sequential(${modules.replaceAll('\n', '')})\n${weights('')}`,
      `Net(\n  (net): Sequential(\n  ${modules}  )\n)\n${weights('net.')}`,
    ]) {
      const { layers } = readNetwork(text);
      assert.deepEqual(
        layers.map(({ activation }) => [activation?.name, activation?.parameters.negative_slope?.value]),
        [
          ['LeakyReLU', 0.2],
          ['Sigmoid', undefined],
        ],
        text,
      );
    }
    // In a class of its own nothing says what follows what.
    const own =
      'Net(\n  (fc): Linear(in_features=2, out_features=1, bias=True)\n  (act): LeakyReLU(negative_slope=0.2)\n)\nfc.weight tensor([[1., 2.]])\nfc.bias tensor([3.])';
    assert.deepEqual(
      readNetwork(own).problems.map(({ code, span }) => [
        code,
        own.slice(span.offset, span.offset + span.length),
      ]),
      [['unread-activation', 'LeakyReLU']],
    );
    assert.equal(readNetwork(own).layers[0]?.activation, null);
  });

  it('says that weights are missing where a model is printed without them', () => {
    const keras =
      'Model: "sequential"\n_____\n Layer (type)   Output Shape   Param #   \n=====\n dense (Dense)  (None, 3)      9         \n=====\nTotal params: 9\n';
    for (const text of ['Sequential(\n  (0): Linear(in_features=2, out_features=1, bias=True)\n)', keras]) {
      const [problem, ...others] = read(text).problems;
      assert.deepEqual(
        [problem?.code, problem?.data, others],
        ['elided', { mark: text === keras ? 'Model: "sequential"' : 'Sequential(', what: 'weights' }, []],
      );
    }
  });

  it('reads names as LaTeX writes them, with a typeface, in Greek and between dollars', () => {
    const reading = readNetwork(
      String.raw`$\mathbf{W}^{(1)} = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$, $b^{(1)} = \begin{pmatrix} 5 \\ 6 \end{pmatrix}$,
$\boldsymbol{W}_{2} = \begin{pmatrix} 7 & 8 \end{pmatrix}$, $\vec{x} = \begin{pmatrix} 9 \\ 10 \end{pmatrix}$,
$\varphi = \operatorname{softplus}$, $\sigma_2 = \tanh$, $\eta = 0.5$`,
    );
    assert.deepEqual(reading.problems, []);
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
          'softplus',
        ],
        [[[7, 8]], null, 'tanh'],
      ],
    );
    assert.deepEqual([rows(reading.input), reading.learningRate?.value], [[9, 10], 0.5]);
  });

  it('reads the names of layers, attributes of an object, and what programs call a loss and an optimizer', () => {
    const reading = readNetwork(
      'self.W_hidden = [1 2; 3 4]\nself.b_hidden = [5 6]\nself.W_out = [7 8]\nself.b_out = 9\nx = [1 1]\ny = 1\n' +
        'criterion = nn.HuberLoss(delta=2.0)\noptimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)\n',
    );
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(
      reading.layers.map(({ weights, biases }) => [rows(weights), rows(biases)]),
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [5, 6],
        ],
        [[[7, 8]], [9]],
      ],
    );
    assert.deepEqual([reading.loss?.name, reading.loss?.parameters.delta?.value], ['nn.HuberLoss', 2]);
    assert.deepEqual(
      [reading.optimizer?.name, reading.optimizer?.parameters.momentum?.value],
      ['torch.optim.SGD', 0.9],
    );
    const called = readNetwork(
      'W = [1 2]\nx = [1 2]\ny = 1\nloss = F.binary_cross_entropy(p.clamp(0, 1), y)',
    );
    assert.deepEqual([called.problems, called.loss?.name], [[], 'F.binary_cross_entropy']);
  });

  it('says that the text names an activation where no layer is given it', () => {
    assert.deepEqual(faults('% a ReLU layer\nW = [1 2 3]\nx = [1 2 3]'), ['unread-activation @4+4']);
    assert.deepEqual(faults('% a ReLU layer\nW = [1 2 3]\nx = [1 2 3]\nactivation = relu'), []);
    assert.deepEqual(faults('% elucidated\nW = [1 2 3]\nx = [1 2 3]'), []);
  });

  it('joins inputs, targets and weights of one neuron that stand one by one', () => {
    const neuron = readNetwork('w1 = 0.5, w2 = -0.3, b = 0.1, x1 = 1, x2 = 2, y = 1');
    assert.deepEqual(rows(neuron.layers[0]?.weights ?? null), [[0.5, -0.3]]);
    assert.deepEqual(slices(neuron, neuron.layers[0]?.weights ?? assert.fail()), ['0.5', '-0.3']);
    assert.deepEqual([rows(neuron.layers[0]?.biases ?? null), rows(neuron.input)], [[0.1], [1, 2]]);
    const chain = readNetwork('w1 = 2.5, b1 = 0.5, w2 = -1.5, b2 = -1, x = 1, y = 0');
    assert.equal(chain.layers.length, 2);
    const scalars = readNetwork('W = [1 2; 3 4]\nx2 = 6\nx1 = 5\ny1 = 0\ny2 = 1');
    assert.deepEqual(
      [rows(scalars.input), rows(scalars.target)],
      [
        [5, 6],
        [0, 1],
      ],
    );
    const samples = readNetwork('W = [1 2]\nx1 = [1 2]\nx2 = [3 4]\ny1 = 5\ny2 = 6');
    assert.deepEqual(
      [rows(samples.input), rows(samples.target)],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [5, 6],
      ],
    );
    assert.ok(samples.choices.some(({ rule }) => rule === 'line-rows'));
  });

  it('does not guess what an entry is that no others fill a matrix with', () => {
    assert.deepEqual(faults('w12 = 1, w23 = 2, x1 = 1, x2 = 2'), ['unexpected-type @0+7']);
  });
});
