import assert from 'node:assert/strict';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { type FrameworkOutcome, frameworkSteps, mayDiffer } from '../../../core/network/frameworks';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

function networkOf(activation: string, rest = ', "input": [-1], "target": [1]'): NetworkStudy {
  const study = evaluate(read(`{"layers": [{"weights": [[2]], "activation": ${activation}}]${rest}}`));
  assert.equal(study.kind, 'network');
  return study;
}

function outcomesOf(study: NetworkStudy): Readonly<Record<string, FrameworkOutcome>> {
  const outcomes = finish(frameworkSteps(study, typescriptKernels));
  return Object.fromEntries(outcomes.map((outcome) => [outcome.framework, outcome]));
}

const outputOf = ({ study }: FrameworkOutcome) => study.layers.at(-1)?.output.values[0] ?? Number.NaN;

describe('what frameworks would return', () => {
  it('has other slopes of leaky_relu in Keras, its function and its layer', () => {
    const outcomes = outcomesOf(networkOf('"leaky_relu"'));
    assert.deepEqual(Object.keys(outcomes), ['keras2', 'keras3']);
    assert.equal(outputOf(outcomes.keras3), -2 * 0.2);
    assert.deepEqual(outcomes.keras3.parameters, [
      { layer: 0, activation: 'leaky_relu', parameter: 'negative_slope', here: 0.01, there: 0.2 },
    ]);
    // ŷ = 0.2·(−2) = −0.4: ½(−0.4 − 1)² = 0.98, ∂L/∂w = −1.4 · 0.2 · (−1).
    assert.ok(Math.abs((outcomes.keras3.study.loss ?? 0) - 0.98) < 1e-15);
    const here = (-0.02 - 1) * 0.01 * -1;
    assert.ok(Math.abs((outcomes.keras3.gradientDifference ?? 0) - Math.abs(0.28 - here)) < 1e-15);
    assert.equal(outputOf(outcomesOf(networkOf('"LeakyReLU"')).keras3), -0.6);
  });

  it('has the tanh approximation of gelu in JAX', () => {
    const outcomes = outcomesOf(networkOf('"gelu"'));
    assert.deepEqual(Object.keys(outcomes), ['jax']);
    // jax.nn.gelu(-2.0): -0.0454023…, the exact one -0.0455003….
    assert.ok(Math.abs(outputOf(outcomes.jax) + 0.045402305912224) < 1e-12);
  });

  it('is nothing where a parameter says what is meant, or the function is the same everywhere', () => {
    assert.deepEqual(outcomesOf(networkOf('{"name": "leaky_relu", "negative_slope": 0.3}')), {});
    assert.equal(mayDiffer(networkOf('"tanh"')), false);
  });

  it('compares with the framework that the text names', () => {
    const outcomes = outcomesOf(networkOf('"leaky_relu", "dialect": "keras3"'));
    assert.deepEqual(Object.keys(outcomes), ['pytorch', 'onnx', 'jax']);
  });

  it('leaves out what gives the same bits: the threshold of softplus far from it', () => {
    assert.equal(mayDiffer(networkOf('"softplus"')), true);
    assert.deepEqual(outcomesOf(networkOf('"softplus"')), {});
    const far = outcomesOf(networkOf('"softplus"', ', "input": [10.5], "target": [1]'));
    assert.deepEqual(Object.keys(far), ['pytorch']);
    assert.equal(outputOf(far.pytorch), 21);
  });

  it('has other derivatives at a kink in PyTorch', () => {
    const outcomes = outcomesOf(networkOf('{"name": "elu", "alpha": 2}', ', "input": [0], "target": [1]'));
    const names = Object.entries(outcomes).map(([name, { otherKinks }]) => [name, otherKinks]);
    for (const [, otherKinks] of names) assert.equal(otherKinks, true);
  });

  it('needs an input', () => {
    assert.equal(mayDiffer(networkOf('"leaky_relu"', '')), false);
  });
});
