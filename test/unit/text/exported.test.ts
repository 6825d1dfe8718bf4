import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf } from '../support/reading';
import { readNetwork, rows } from './support';

const first = [
  [0.1, 0.2, -0.3],
  [0.4, -0.5, 0.6],
];
const second = [[0.7, -0.8]];
const firstKernel = [
  [0.1, 0.4],
  [0.2, -0.5],
  [-0.3, 0.6],
];
const secondKernel = [[0.7], [-0.8]];
const biases = [[0.1, -0.2], [0.05]];
const beside = { x: [1, 2, 3], y: [1] };

/** The same network in the design's JSON. */
function design(hidden: unknown, last: unknown) {
  return networkStudyOf({
    layers: [
      { weights: first, biases: biases[0], activation: hidden },
      { weights: second, biases: biases[1], activation: last },
    ],
    input: beside.x,
    target: beside.y,
  });
}

function sameAs(document: unknown, hidden: unknown, last: unknown): void {
  const text = JSON.stringify(document);
  const study = evaluate(read(text));
  const wanted = design(hidden, last);
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  assert.deepEqual(study.layers.at(-1)?.output.values, wanted.layers.at(-1)?.output.values);
  assert.equal(study.loss, wanted.loss);
  study.reading.layers.forEach(({ weights }, layer) => {
    const own = [...weights.values].map((_, i) =>
      Number(text.slice(weights.places.startOf(i), weights.places.endOf(i))),
    );
    assert.deepEqual(own, [...wanted.network.layers[layer].weights.values], 'each number has its place');
  });
}

function kerasConfig(activations: readonly unknown[], inputLayer = true) {
  const dense = [2, 1].map((units, i) => ({
    module: 'keras.layers',
    class_name: 'Dense',
    config: { name: `dense_${i}`, units, activation: activations[i], use_bias: true },
  }));
  const input = { class_name: 'InputLayer', config: { batch_shape: [null, 3], dtype: 'float32' } };
  return { name: 'sequential', layers: inputLayer ? [input, ...dense] : dense };
}

describe('networks that other programs wrote', () => {
  it('reads what brain.js 2 gives, whose first layer is the input', () => {
    const layers = [
      { weights: [], biases: [] },
      { weights: first, biases: biases[0] },
      { weights: second, biases: biases[1] },
    ];
    const json = { type: 'NeuralNetwork', sizes: [3, 2, 1], layers, inputLookup: null, ...beside };
    sameAs({ ...json, trainOpts: { activation: 'tanh', learningRate: 0.3 } }, 'tanh', 'tanh');
    sameAs(json, 'sigmoid', 'sigmoid');
    const leaky = { name: 'leaky_relu', negative_slope: 0.05 };
    sameAs({ ...json, options: { activation: 'leaky-relu', leakyReluAlpha: 0.05 } }, leaky, leaky);
  });

  it('reads what brain.js 1 gave, neuron by neuron', () => {
    const neuron = (weights: readonly number[], bias: number) => ({ bias, weights: { ...weights } });
    const layers = [
      { 0: {}, 1: {}, 2: {} },
      { 0: neuron(first[0], 0.1), 1: neuron(first[1], -0.2) },
      { 0: neuron(second[0], 0.05) },
    ];
    sameAs(
      { sizes: [3, 2, 1], layers, outputLookup: false, activation: 'sigmoid', ...beside },
      'sigmoid',
      'sigmoid',
    );
  });

  it('reads a configuration of Keras with the list of get_weights()', () => {
    const weights = [firstKernel, biases[0], secondKernel, biases[1]];
    sameAs({ config: kerasConfig(['softplus', 'linear']), weights, ...beside }, 'softplus', 'linear');
    const document = { class_name: 'Sequential', config: kerasConfig(['tanh', 'sigmoid']) };
    sameAs({ config: document, weights, ...beside }, 'tanh', 'sigmoid');
    const study = readNetwork(JSON.stringify({ config: document, weights }));
    assert.deepEqual(study.choices, [{ rule: 'exported', by: 'Keras' }]);
    assert.deepEqual(rows(study.layers[0].weights), first);
  });

  it('takes an activation of its own layer, as a layer of Keras with its slope', () => {
    const config = kerasConfig(['linear', 'linear']);
    const slope = { class_name: 'LeakyReLU', config: { negative_slope: 0.3 } };
    config.layers.splice(2, 0, slope as never, { class_name: 'Dropout', config: { rate: 0.5 } } as never);
    const weights = [firstKernel, biases[0], secondKernel, biases[1]];
    sameAs({ config, weights, ...beside }, { name: 'leaky_relu', negative_slope: 0.3 }, 'linear');
  });

  it('means with a name what that version of Keras means', () => {
    const weights = [firstKernel, biases[0], secondKernel, biases[1]];
    const config = kerasConfig(['hard_sigmoid', 'linear']);
    const steep = { name: 'hardsigmoid', alpha: 0.2, beta: 0.5 };
    sameAs({ keras_version: '2.12.0', config, weights, ...beside }, steep, 'linear');
    sameAs({ keras_version: '3.4.1', config, weights, ...beside }, 'hardsigmoid', 'linear');
  });

  it('draws an architecture without weights, and says what is missing', () => {
    const document = {
      class_name: 'Sequential',
      config: kerasConfig(['relu', 'softmax']),
      keras_version: '3.0',
    };
    const study = evaluate(read(JSON.stringify(document)));
    assert.ok(study.kind === 'network');
    assert.deepEqual(
      study.reading.layers.map(({ weights }) => weights.shape),
      [
        [2, 3],
        [1, 2],
      ],
    );
    assert.deepEqual(
      study.problems.map(({ code }) => code),
      ['no-weights'],
    );
    assert.equal(study.layers.length, 0);
  });

  it('computes nothing from weights that are not there, also with an input', () => {
    const document = { class_name: 'Sequential', config: kerasConfig(['relu', 'softmax']), ...beside };
    const study = evaluate(read(JSON.stringify(document)));
    assert.ok(study.kind === 'network');
    assert.deepEqual([study.layers.length, study.loss], [0, null]);
  });

  it('names the first layer that it does not know, at its class', () => {
    const config = kerasConfig(['relu', 'softmax']);
    config.layers.splice(1, 0, { class_name: 'Conv2D', config: { filters: 3 } } as never);
    const text = JSON.stringify({ class_name: 'Sequential', config });
    const [problem] = read(text).problems;
    assert.equal(text.slice(problem.span.offset, problem.span.offset + problem.span.length), '"Conv2D"');
  });

  it('reads the list of get_weights() alone, with activations beside it', () => {
    const weights = [firstKernel, biases[0], secondKernel, biases[1]];
    sameAs({ weights, activation: 'relu', ...beside }, 'relu', 'relu');
    sameAs({ weights, activations: ['softplus', 'identity'], ...beside }, 'softplus', 'identity');
  });

  it('reads one list of matrices and one of biases, whichever way round the matrices are', () => {
    sameAs({ weights: [first, second], biases, activation: 'tanh', ...beside }, 'tanh', 'tanh');
    sameAs({ weights: [firstKernel, secondKernel], biases, activation: 'tanh', ...beside }, 'tanh', 'tanh');
    const columns = [[[0.1], [-0.2]], [[0.05]]];
    sameAs({ weights: [first, second], biases: columns, ...beside }, 'identity', 'identity');
    const study = evaluate(
      read(JSON.stringify({ weights: [first, second], biases: [biases[0]], ...beside })),
    );
    assert.deepEqual(
      study.problems.map(({ code, data }) => [code, data]),
      [['length-mismatch', { what: 'biases', length: 1, expected: 2 }]],
    );
  });

  it('takes the optimizer, the claim and the dialect that stand beside an exported network', () => {
    const document = { coefs_: [firstKernel, secondKernel], intercepts_: biases, ...beside };
    const study = evaluate(
      read(JSON.stringify({ ...document, optimizer: 'adam', gradient: { biases: [null, [7]] } })),
    );
    assert.ok(study.kind === 'network');
    assert.equal(study.network.optimizer?.optimizer.name, 'adam');
    assert.ok(study.problems.some(({ code }) => code === 'gradient-mismatch'));
  });

  it('counts the arrays of get_weights()', () => {
    const text = JSON.stringify({ config: kerasConfig(['relu', 'relu']), weights: [firstKernel, biases[0]] });
    const [problem] = read(text).problems;
    assert.deepEqual(
      [problem.code, problem.data],
      ['length-mismatch', { what: 'weights', length: 2, expected: 4 }],
    );
  });

  it('needs an input shape to draw an architecture', () => {
    const text = JSON.stringify({ class_name: 'Sequential', config: kerasConfig(['relu', 'relu'], false) });
    assert.equal(read(text).kind, 'error');
  });

  it('reads coefs_ and intercepts_ of scikit-learn, with the activation of the hidden layers', () => {
    const document = { coefs_: [firstKernel, secondKernel], intercepts_: biases, ...beside };
    sameAs({ ...document, activation: 'tanh', out_activation_: 'logistic' }, 'tanh', 'sigmoid');
    sameAs({ ...document, activation: 'relu' }, 'relu', 'identity');
  });

  it('reads a state dict of PyTorch as JSON, numbered or named, in order', () => {
    sameAs(
      { '0.weight': first, '0.bias': biases[0], '2.weight': second, '2.bias': biases[1], ...beside },
      'identity',
      'identity',
    );
    sameAs(
      {
        'hidden.weight': first,
        'hidden.bias': biases[0],
        'a.weight': second,
        'a.bias': biases[1],
        activation: 'elu',
        ...beside,
      },
      'elu',
      'elu',
    );
  });

  it('takes a vector of weights without biases in a state dict for the slope of a PReLU', () => {
    const document = {
      '0.weight': first,
      '0.bias': biases[0],
      '1.weight': [0.25],
      '2.weight': second,
      '2.bias': biases[1],
    };
    sameAs({ ...document, ...beside }, { name: 'prelu', weight: 0.25 }, 'identity');
    const several = { ...document, '1.weight': [0.25, 0.5] };
    sameAs({ ...several, ...beside }, { name: 'prelu', weight: [0.25, 0.5] }, 'identity');
  });

  it('turns loose matrices round where the shapes fit in no other way', () => {
    const loose = {
      W1: firstKernel,
      b1: biases[0],
      W2: secondKernel,
      b2: biases[1],
      activation: 'tanh',
      ...beside,
    };
    sameAs(loose, 'tanh', 'tanh');
  });

  it('says of square weights that they fit both ways, with both losses', () => {
    const square = [
      [0.1, 0.2],
      [0.4, -0.5],
    ];
    const turned = [
      [0.1, 0.4],
      [0.2, -0.5],
    ];
    const lossOf = (weights: unknown) =>
      networkStudyOf({ layers: [{ weights, activation: 'tanh' }], input: [1, 2], target: [1, 0] }).loss;
    const text = JSON.stringify({ W1: square, activation: 'tanh', x: [1, 2], y: [1, 0] });
    const { problems } = evaluate(read(text));
    assert.deepEqual(
      problems.map(({ code, data }) => [code, data]),
      [
        [
          'ambiguous-reading',
          {
            taken: 'rows-are-destinations',
            other: 'rows-are-sources',
            losses: [lossOf(square), lossOf(turned)],
          },
        ],
      ],
    );
    const pinned = evaluate(read(`// nabla: rows-are-sources\n${text}`));
    assert.ok(pinned.kind === 'network');
    assert.deepEqual([pinned.loss, pinned.problems], [lossOf(turned), []]);
  });

  it('says nothing of a symmetric matrix, nor where the document settles it', () => {
    const symmetric = '{"W1": [[1, 2], [2, 1]], "x": [1, 2], "y": [0, 1]}';
    assert.deepEqual(evaluate(read(symmetric)).problems, []);
    const settled = '{"layers": [{"weights": [[1, 2], [3, 4]]}], "input": [1, 2], "target": [0, 1]}';
    assert.deepEqual(evaluate(read(settled)).problems, []);
  });
});
