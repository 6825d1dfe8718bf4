import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findActivation } from '../../../core/network/activations';
import { findLoss } from '../../../core/network/losses';
import { editDistance } from '../../../core/network/names';

describe('names of activations and losses', () => {
  for (const [written, name] of [
    ['relu', 'relu'],
    ['ReLU', 'relu'],
    ['torch.nn.LeakyReLU()', 'leaky_relu'],
    ['F.leaky_relu', 'leaky_relu'],
    ['leaky-relu', 'leaky_relu'],
    ['linear', 'identity'],
    ['Logistic', 'sigmoid'],
  ]) {
    it(`${written} is ${name}`, () => {
      assert.equal(findActivation(written).found?.name, name);
    });
  }

  it('MSELoss and CrossEntropyLoss are those of PyTorch', () => {
    assert.equal(findLoss('nn.MSELoss').found?.name, 'mse_loss');
    assert.equal(findLoss('CrossEntropyLoss').found?.name, 'cross_entropy');
  });

  for (const [written, suggestion] of [
    ['sigmiod', 'sigmoid'],
    ['sofplus', 'softplus'],
    ['rleu', 'relu'],
    ['leaky_rleu', 'leaky_relu'],
    ['banana', null],
    ['x', null],
  ]) {
    it(`${written} suggests ${suggestion ?? 'nothing'}`, () => {
      const lookup = findActivation(written ?? '');
      assert.deepEqual(lookup, { found: null, suggestion });
    });
  }

  it('distances are zero for equal names only, and symmetric; a swap is one slip', () => {
    const words = fc.stringMatching(/^[a-d]{0,6}$/);
    fc.assert(
      fc.property(words, words, (a, b) => {
        assert.equal(editDistance(a, b) === 0, a === b);
        assert.equal(editDistance(a, b), editDistance(b, a));
      }),
    );
    assert.equal(editDistance('relu', 'rleu'), 1);
    assert.equal(editDistance('kitten', 'sitting'), 3);
  });
});
