import assert from 'node:assert/strict';
import { networkStudyOf, studyOf } from '../support/reading';

function outputOf(activation: unknown, x: number, rest: object = {}, ofLayer: object = {}): number {
  const document = { layers: [{ weights: [[1]], activation, ...ofLayer }], input: [x], ...rest };
  return networkStudyOf(document).layers[0].output.values[0];
}

function problemsOf(activation: unknown, rest: object = {}) {
  return studyOf({ layers: [{ weights: [[1]], activation }], input: [1], ...rest }).problems;
}

describe('a dialect', () => {
  it('decides which function hard_sigmoid is', () => {
    for (const dialect of ['pytorch', 'keras3', 'jax']) {
      assert.equal(outputOf('hard_sigmoid', 1.5, { dialect }), 0.75);
    }
    for (const dialect of ['keras2', 'onnx']) assert.equal(outputOf('hard_sigmoid', 1.5, { dialect }), 0.8);
  });

  it('decides the slope of leaky_relu, and in Keras that of its layer by its name', () => {
    assert.equal(outputOf('leaky_relu', -1, { dialect: 'pytorch' }), -0.01);
    assert.equal(outputOf('leaky_relu', -1, { dialect: 'keras3' }), -0.2);
    assert.equal(outputOf('LeakyReLU', -1, { dialect: 'keras3' }), -0.3);
  });

  it('decides which gelu it is, and whether softplus has a threshold', () => {
    assert.ok(Math.abs(outputOf('gelu', 1, { dialect: 'jax' }) - 0.841191990608276) < 1e-15);
    assert.ok(Math.abs(outputOf('gelu', 1, { dialect: 'keras3' }) - 0.841344746068543) < 1e-15);
    assert.equal(outputOf('softplus', 20.5, { dialect: 'pytorch' }), 20.5);
    assert.notEqual(outputOf('softplus', 20.5, { dialect: 'jax' }), 20.5);
  });

  it('of a layer goes before that of the network, and a parameter before both', () => {
    const rest = { dialect: 'pytorch' };
    assert.equal(outputOf('leaky_relu', -1, rest, { dialect: 'keras2' }), -0.2);
    const given = { name: 'leaky_relu', negative_slope: 0.125 };
    assert.equal(outputOf(given, -1, rest, { dialect: 'keras2' }), -0.125);
  });

  it('is missed where a name means other things elsewhere, and the choice is named', () => {
    const [problem, ...others] = problemsOf('hard_sigmoid');
    assert.deepEqual(others, []);
    assert.equal(problem.code, 'dialect');
    assert.deepEqual(problem.data, {
      name: 'hard_sigmoid',
      layer: 0,
      meaning: 'min(max(0, x/6 + 1/2), 1)',
      taken: ['pytorch', 'keras3', 'jax'],
      others: [
        {
          dialect: 'keras2',
          meaning: 'min(max(0, 0.2x + 0.5), 1)',
          source:
            'https://www.tensorflow.org/versions/r2.5/api_docs/python/tf/keras/activations/hard_sigmoid',
        },
        {
          dialect: 'onnx',
          meaning: 'min(max(0, 0.2x + 0.5), 1)',
          source: 'https://onnx.ai/onnx/operators/onnx__HardSigmoid.html',
        },
      ],
    });
  });

  it('is no more than mentioned where most frameworks agree, and once a name', () => {
    assert.deepEqual(
      ['gelu', 'leaky_relu', 'hard_sigmoid'].map((name) => problemsOf(name)[0]?.severity),
      ['information', 'information', 'warning'],
    );
    const layer = { weights: [[1]], activation: 'gelu' };
    const { problems } = studyOf({ layers: [layer, layer, layer], input: [1] });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['dialect'],
    );
  });

  it('is not missed where the spelling, a parameter or the dialect itself settles it', () => {
    assert.deepEqual(problemsOf('hardsigmoid'), []);
    assert.deepEqual(problemsOf({ name: 'gelu', approximate: 'none' }), []);
    assert.deepEqual(problemsOf({ name: 'leaky_relu', negative_slope: 0.01 }), []);
    assert.deepEqual(problemsOf('leaky_relu', { dialect: 'pytorch' }), []);
    assert.deepEqual(problemsOf('softplus'), []);
  });

  it('that nobody knows is refused where it stands', () => {
    const [problem] = problemsOf('relu', { dialect: 'caffe' });
    assert.equal(problem.code, 'parameter-domain');
    assert.equal(problem.span.length, '"caffe"'.length);
  });
});
