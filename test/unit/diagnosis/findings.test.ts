import assert from 'node:assert/strict';
import { findActivation } from '../../../core/network/activations';
import { steepestSlope } from '../../../core/network/diagnosis/steepestSlope';
import { networkStudyOf } from '../support/reading';

const chain = (layers: number, layer: object) => ({
  layers: Array.from({ length: layers }, () => layer),
  input: [0.5],
  target: [1],
});

function problemsOf(document: object) {
  return networkStudyOf(document).problems.map(({ code, data }) => ({ code, data }));
}

describe('what hinders a network from learning', () => {
  it('names a gradient that vanishes with the product of |w| and φ′, as in the exercise', () => {
    const layers = [
      { weights: [[2.5]], biases: [2], activation: 'sigmoid' },
      { weights: [[-1.5]], biases: [-1], activation: 'sigmoid' },
      { weights: [[2]], biases: [1.5], activation: 'sigmoid' },
    ];
    const study = networkStudyOf({ layers, input: [1], target: [0] });
    const [problem] = study.problems;
    assert.ok(problem.code === 'vanishing');
    const [slope1, slope2, slope3] = study.layers.map(({ slope }) => slope?.values[0] ?? Number.NaN);
    const product = slope3 * 2 * slope2 * 1.5 * slope1;
    assert.equal(problem.data.layer, 0);
    assert.ok(Math.abs(problem.data.log10 - Math.log10(product)) < 1e-14);
    assert.deepEqual(problem.span, study.reading.layers[0].span);
  });

  it('keeps the power of ten of a product that no double holds', () => {
    const problems = problemsOf(chain(400, { weights: [[0.01]], activation: 'sigmoid' }));
    const vanishing = problems.find(({ code }) => code === 'vanishing');
    // Each layer but the first multiplies by φ′ ≈ 1/4 and by 0.01: about 10^(−2.6 · 399).
    assert.ok(vanishing !== undefined && 'log10' in vanishing.data);
    assert.ok(vanishing.data.log10 < -1035 && vanishing.data.log10 > -1045, String(vanishing.data.log10));
  });

  it('names a gradient that explodes, also beyond the doubles', () => {
    const problems = problemsOf({ ...chain(400, { weights: [[10]] }), input: [1e-300] });
    const exploding = problems.find(({ code }) => code === 'exploding');
    assert.ok(exploding !== undefined && 'log10' in exploding.data);
    assert.ok(Math.abs(exploding.data.log10 - 399) < 1e-9, String(exploding.data.log10));
  });

  it('leaves five sigmoids of slope 1/4 and weight 1 just vanishing, four not', () => {
    const codes = (count: number) =>
      problemsOf({
        ...chain(count, { weights: [[1]], biases: [-0.5], activation: 'sigmoid' }),
        input: [0.5],
      }).map(({ code }) => code);
    assert.deepEqual(codes(4), []);
    assert.deepEqual(codes(5), ['vanishing']);
  });

  it('calls a rectified layer dead where nothing passes, on one sample or more', () => {
    const dead = { layers: [{ weights: [[-1]], activation: 'relu' }, { weights: [[1]] }], target: [1] };
    assert.deepEqual(problemsOf({ ...dead, input: [1] }), [
      { code: 'dead-unit', data: { layer: 0, neurons: [0], width: 1, samples: 1 } },
    ]);
    const batch = { ...dead, input: [[1], [2]], target: [1, 1] };
    assert.equal(problemsOf(batch)[0].code, 'dead-unit');
    assert.deepEqual(problemsOf({ ...batch, input: [[1], [-2]] }), []);
  });

  it('says nothing of one rectified neuron that is off on the only sample', () => {
    const layers = [{ weights: [[-1], [1]], activation: 'relu' }, { weights: [[1, 1]] }];
    assert.deepEqual(problemsOf({ layers, input: [1], target: [0] }), []);
    assert.deepEqual(problemsOf({ layers, input: [[1], [2]], target: [0, 0] }), [
      { code: 'dead-unit', data: { layer: 0, neurons: [0], width: 2, samples: 2 } },
    ]);
  });

  it('does not call a neuron dead that stands at its kink', () => {
    const codes = problemsOf({ layers: [{ weights: [[1]], activation: 'relu' }], input: [0], target: [1] });
    assert.deepEqual(
      codes.map(({ code }) => code),
      ['kink'],
    );
  });

  it('calls a neuron saturated where its slope is under a hundredth of the steepest on every sample', () => {
    const saturated = (input: readonly number[][]) =>
      problemsOf({
        layers: [{ weights: [[1], [0]], activation: 'tanh' }],
        input,
        target: input.map(() => [0, 0]),
      });
    assert.deepEqual(saturated([[3], [4]]), [
      { code: 'saturated', data: { layer: 0, neurons: [0], width: 2, samples: 2 } },
    ]);
    assert.deepEqual(saturated([[3], [1]]), []);
  });

  it('finds them without a target too', () => {
    assert.deepEqual(
      problemsOf({ layers: [{ weights: [[20]], activation: 'sigmoid' }], input: [1] }).map(
        ({ code }) => code,
      ),
      ['saturated'],
    );
  });
});

describe('the steepest slope of an activation', () => {
  for (const [name, steepest] of [
    ['sigmoid', 0.25],
    ['tanh', 1],
    ['relu', 1],
    ['leaky_relu', 1],
    ['hardsigmoid', 1 / 6],
    ['softplus', 1],
    ['selu', 1.7580993408473766],
    // Φ(√2) + √2 φ(√2), from mpmath.
    ['gelu', 1.128904145185155],
    ['gaussian', Math.sqrt(2 / Math.E)],
    ['sine', 1],
    ['exponential', null],
  ] as const) {
    it(`${name}: ${steepest}`, () => {
      const activation = findActivation(name).found;
      assert.ok(activation?.elementwise === true);
      const parameters = Object.fromEntries(activation.parameters.map((spec) => [spec.name, spec.default]));
      const found = steepestSlope(activation, parameters);
      if (steepest === null) assert.equal(found, null);
      else assert.ok(Math.abs((found ?? 0) - steepest) < 1e-12, String(found));
    });
  }
});
