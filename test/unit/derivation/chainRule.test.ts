import assert from 'node:assert/strict';
import { chainRule, isSinglePath } from '../../../core/derivation/chainRule';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { networkStudyOf as study } from '../support/reading';
import { sheetNetwork } from '../support/sheet';

const wide = {
  layers: [
    {
      weights: [
        [1, -2],
        [0.5, 3],
      ],
      activation: 'tanh',
    },
    {
      weights: [
        [0.2, 0.3],
        [-0.4, 0.1],
      ],
      biases: [0, 0.1],
      activation: 'softmax',
    },
  ],
  input: [
    [0.5, -0.25],
    [1, 2],
  ],
  target: [
    [1, 0],
    [0, 1],
  ],
};

describe('the chain rule of one parameter', () => {
  it('is (ŷ − y) φ′(s₁²) w₁₁¹ φ′(s₁¹) x₂ for w₂₁⁰ of the exercise', () => {
    const rule = chainRule(study(sheetNetwork), { kind: 'weight', layer: 0, from: 1, to: 0 }, 0);
    assert.deepEqual(
      rule?.factors.map(({ kind, value }) => [kind, Number(value.toPrecision(6))]),
      [
        ['loss', -0.566945],
        ['slope', 0.351475],
        ['weight', 0.7],
        ['slope', 0.425557],
        ['input', 2],
      ],
    );
    assert.equal(rule?.product.toPrecision(6), '-0.118719');
    assert.equal(rule?.total.toPrecision(6), '-0.118719');
    assert.deepEqual(rule?.pathWeights, [{ layer: 1, from: 0, to: 0 }]);
  });

  it('ends at the output before it for a weight of a later layer, and has no last factor for a bias', () => {
    const result = study(sheetNetwork);
    const weight = chainRule(result, { kind: 'weight', layer: 1, from: 1, to: 0 }, 0);
    assert.deepEqual(
      weight?.factors.map(({ kind }) => kind),
      ['loss', 'slope', 'output'],
    );
    const bias = chainRule(result, { kind: 'bias', layer: 1, to: 0 }, 0);
    assert.deepEqual(
      bias?.factors.map(({ kind }) => kind),
      ['loss', 'slope'],
    );
    assert.equal(bias?.product, result.gradients?.[1].biases?.[0]);
  });

  it('folds the rest into one factor where several paths lead on', () => {
    const rule = chainRule(study(wide), { kind: 'weight', layer: 0, from: 1, to: 1 }, 0);
    assert.deepEqual(
      rule?.factors.map(({ kind }) => kind),
      ['output-gradient', 'slope', 'input'],
    );
    assert.equal(rule?.pathWeights.length, 2);
    assert.ok(rule?.pathWeights.every(({ layer, from }) => layer === 1 && from === 1));
  });

  it('starts at ∂L/∂s where the activation mixes neurons', () => {
    const rule = chainRule(study(wide), { kind: 'weight', layer: 1, from: 0, to: 1 }, 1);
    assert.deepEqual(
      rule?.factors.map(({ kind }) => kind),
      ['pre-activation-gradient', 'output'],
    );
  });

  it('adds up over the batch to the derivative in matrix form, for every parameter', () => {
    const result = study(wide);
    result.network.layers.forEach(({ weights, biases }, layer) => {
      for (let to = 0; to < weights.rows; to++) {
        for (let from = 0; from < weights.columns; from++) {
          close(result, { kind: 'weight', layer, from, to });
        }
        if (biases !== null) close(result, { kind: 'bias', layer, to });
      }
    });
  });

  function close(result: NetworkStudy, parameter: Parameters<typeof chainRule>[1]): void {
    const rules = [0, 1].map((sample) => chainRule(result, parameter, sample));
    const sum = rules.reduce((total, rule) => total + (rule?.product ?? Number.NaN), 0);
    assert.ok(Math.abs(sum - (rules[0]?.total ?? Number.NaN)) < 1e-15, JSON.stringify(parameter));
  }

  it('knows whether a single path leads from a layer to the loss', () => {
    assert.equal(isSinglePath(study(sheetNetwork), 0), true);
    assert.equal(isSinglePath(study(wide), 0), false);
    assert.equal(isSinglePath(study(wide), 1), false);
  });

  it('is null without a loss, and refuses what the network does not have', () => {
    const { target: _, ...withoutTarget } = sheetNetwork;
    assert.equal(chainRule(study(withoutTarget), { kind: 'bias', layer: 0, to: 0 }, 0), null);
    assert.throws(() => chainRule(study(sheetNetwork), { kind: 'bias', layer: 2, to: 0 }, 0), RangeError);
    assert.throws(() => chainRule(study(sheetNetwork), { kind: 'bias', layer: 0, to: 0 }, 1), RangeError);
  });
});
