import assert from 'node:assert/strict';
import { networkStudyOf, studyOf } from '../support/reading';

const layers = [{ weights: [[1], [2]] }];

function problemsOf(loss: object | string, activation: unknown = 'identity') {
  const [layer] = layers;
  const document = { layers: [{ ...layer, activation }], input: [1], target: [0, 1], loss };
  return studyOf(document).problems;
}

function lossOf(loss: object, target: unknown = [0, 1]): number {
  return networkStudyOf({ layers, input: [1], target, loss, reduction: 'sum' }).loss ?? Number.NaN;
}

describe('parameters that are words and lists', () => {
  it('takes a word as one of its own', () => {
    const of = (approximate: string) =>
      networkStudyOf({ layers: [{ weights: [[1]], activation: { name: 'gelu', approximate } }], input: [1] })
        .layers[0].output.values[0];
    assert.ok(Math.abs(of('none') - 0.841344746068543) < 1e-15);
    assert.ok(Math.abs(of('tanh') - 0.841191990608276) < 1e-15);
  });

  it('refuses another word where it stands, and says which there are', () => {
    const activation = { name: 'gelu', approximate: 'erf' };
    const document = { layers: [{ weights: [[1]], activation }], input: [1] };
    const [problem] = studyOf(document).problems;
    assert.equal(problem.code, 'parameter-domain');
    assert.deepEqual(problem.data, {
      owner: 'gelu',
      parameter: 'approximate',
      value: 'erf',
      domain: 'none, tanh',
      isOneOf: true,
    });
    assert.equal(JSON.stringify(document).slice(problem.span.offset).slice(0, problem.span.length), '"erf"');
  });

  it('takes true and false, and null for the default', () => {
    const of = (full: boolean | null) => lossOf({ name: 'gaussian_nll_loss', full });
    assert.equal(of(null), of(false));
    assert.ok(Math.abs(of(true) - of(false) - Math.log(2 * Math.PI)) < 1e-12);
  });

  it('still reads a number that stands in quotes', () => {
    assert.equal(lossOf({ name: 'huber_loss', delta: '1/4' }), lossOf({ name: 'huber_loss', delta: 0.25 }));
  });

  it('weighs each class, and divides a mean by the weights of the classes that came', () => {
    const document = { layers, input: [[1], [2]], target: [0, 1] };
    const of = (reduction: string) =>
      networkStudyOf({ ...document, loss: { name: 'cross_entropy', weight: [3, 0.5] }, reduction }).loss ?? 0;
    const expected = 3 * Math.log1p(Math.exp(1)) + 0.5 * Math.log1p(Math.exp(-2));
    assert.ok(Math.abs(of('sum') - expected) < 1e-14);
    assert.ok(Math.abs(of('mean') - expected / 3.5) < 1e-14);
  });

  it('takes a number for every entry of a list', () => {
    const name = 'binary_cross_entropy_with_logits';
    assert.equal(lossOf({ name, pos_weight: 3 }), lossOf({ name, pos_weight: [3, 3] }));
  });

  it('says at a list that it does not fit the output', () => {
    const [problem, ...others] = problemsOf({ name: 'cross_entropy', weight: [1, 2, 3] });
    assert.deepEqual(others, []);
    assert.equal(problem.code, 'length-mismatch');
    assert.deepEqual(problem.data, { what: 'parameter', parameter: 'weight', length: 3, expected: 2 });
  });

  it('takes a list of the shape of the output, and no other matrix', () => {
    const of = (variance: unknown) => problemsOf({ name: 'gaussian_nll_loss', variance });
    assert.deepEqual(of([[1, 2]]), []);
    const [problem] = of([[1, 2, 3]]);
    assert.deepEqual(problem.data, { what: 'parameter', parameter: 'variance', length: 3, expected: 2 });
    assert.equal(of([[1], [2]])[0].code, 'length-mismatch');
  });

  it('stretches lists over a batch as PyTorch does: variances along samples, weights along outputs', () => {
    const document = { layers: [{ weights: [[1], [2], [-1]] }], input: [[1], [2], [3]] };
    const target = [
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.6],
      [0.7, 0.8, 0.9],
    ];
    const of = (loss: object) => networkStudyOf({ ...document, target, loss }).loss;
    const variance = (list: unknown) => of({ name: 'gaussian_nll_loss', variance: list });
    assert.equal(variance([1, 2, 3]), variance([[1], [2], [3]]));
    assert.notEqual(variance([1, 2, 3]), variance([[1, 2, 3]]));
    assert.equal(variance([2]), variance(2));
    const weight = (list: unknown) => of({ name: 'binary_cross_entropy_with_logits', weight: list });
    assert.equal(weight([1, 2, 3]), weight([[1, 2, 3]]));
    assert.notEqual(weight([1, 2, 3]), weight([[1], [2], [3]]));
  });

  it('takes the slope of prelu in a list of one, as PyTorch keeps it', () => {
    const of = (weight: unknown) =>
      networkStudyOf({
        layers: [{ weights: [[1], [-2]], activation: { name: 'prelu', weight } }],
        input: [1],
        target: [0, 0],
      });
    assert.equal(of([0.5]).loss, of(0.5).loss);
    assert.deepEqual(of([0.5]).gradients?.[0].parameters, of(0.5).gradients?.[0].parameters);
  });

  it('says at an entry of a list that it is outside the domain', () => {
    const loss = { name: 'cross_entropy', weight: [1, -2] };
    const [problem] = problemsOf(loss);
    assert.equal(problem.code, 'parameter-domain');
    assert.deepEqual('value' in problem.data && problem.data.value, '-2');
    assert.equal(problem.span.length, 2);
  });

  it('refuses a list where a number is wanted', () => {
    const [problem] = problemsOf({ name: 'huber_loss', delta: [1, 2] });
    assert.equal(problem.code, 'parameter-domain');
  });
});

describe('prelu', () => {
  const base = {
    input: [[1], [-2]],
    target: [
      [0, 0],
      [1, 1],
    ],
    reduction: 'sum',
  };
  const of = (weight: unknown) =>
    networkStudyOf({
      ...base,
      layers: [{ weights: [[1], [2]], activation: { name: 'prelu', weight } }],
    });

  it('has the derivative of its slope: the sum over samples and neurons where one serves all', () => {
    const { gradients, check } = of(0.25);
    // Sample 2: s = (−2, −4), o = (−0.5, −1), ∂L/∂o = (−1.5, −2).
    assert.deepEqual([...(gradients?.[0].parameters ?? [])], [-1.5 * -2 + -2 * -4]);
    assert.equal(check?.verdict, 'agree');
    assert.equal(check?.parameters, 3);
  });

  it('has one derivative a neuron where it has one slope a neuron', () => {
    const { gradients, layers, check } = of([0.25, 0.5]);
    assert.deepEqual([...layers[0].output.values], [1, 2, -0.5, -2]);
    assert.deepEqual([...(gradients?.[0].parameters ?? [])], [-1.5 * -2, -3 * -4]);
    assert.equal(check?.verdict, 'agree');
    assert.equal(check?.parameters, 4);
  });

  it('leaves the gradient of other activations without parameters', () => {
    const { gradients } = networkStudyOf({ ...base, layers: [{ weights: [[1], [2]], activation: 'relu' }] });
    assert.equal(gradients?.[0].parameters, undefined);
  });
});

describe('binary cross-entropy of a sigmoid', () => {
  const of = (s: number) =>
    networkStudyOf({
      layers: [{ weights: [[s]], activation: 'sigmoid' }],
      input: [1],
      target: [1],
      loss: 'binary_cross_entropy',
    });

  it('is computed from the logit, so that a sure and right network keeps its digits', () => {
    const { loss, gradients } = of(40);
    assert.ok(Math.abs((loss ?? 0) / 4.248354255291589e-18 - 1) < 1e-12);
    assert.ok(Math.abs((gradients?.[0].weights.values[0] ?? 0) / -4.248354255291589e-18 - 1) < 1e-12);
  });

  it('is not clamped where the network is sure and wrong, and agrees with its differences', () => {
    const { loss, gradients, check } = of(-200);
    assert.equal(loss, 200);
    assert.equal(gradients?.[0].weights.values[0], -1);
    assert.equal(check?.verdict, 'agree');
  });
});
