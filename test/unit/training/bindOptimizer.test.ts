import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf } from '../support/reading';

const base = { layers: [{ weights: [[1]] }], input: [1], target: [2] };

function bound(optimizer: unknown, more: object = {}) {
  const { network, problems, loss } = networkStudyOf({ ...base, optimizer, ...more });
  return { optimizer: network.optimizer, rate: network.learningRate, problems, loss };
}

describe('the optimizer that a text names', () => {
  it('is plain gradient descent where it names none', () => {
    const { network } = networkStudyOf(base);
    assert.equal(network.optimizer?.optimizer.name, 'sgd');
    assert.equal(network.optimizer?.parameters.momentum, 0);
  });

  it('is found by the names of PyTorch, in any case and with its module', () => {
    assert.equal(bound('Adam').optimizer?.optimizer.name, 'adam');
    assert.equal(bound('torch.optim.RMSprop').optimizer?.optimizer.name, 'rmsprop');
  });

  it('takes betas as a pair or one by one, also under the names of Keras', () => {
    for (const given of [
      { betas: [0.8, 0.95] },
      { beta1: 0.8, beta2: 0.95 },
      { beta_1: 0.8, beta_2: 0.95 },
    ]) {
      const { optimizer, problems } = bound({ name: 'adam', ...given });
      assert.deepEqual(problems, []);
      assert.equal(optimizer?.parameters.beta1, 0.8);
      assert.equal(optimizer?.parameters.beta2, 0.95);
    }
  });

  it('has its own learning rate before that of the network', () => {
    assert.equal(bound({ name: 'adam', lr: 0.002 }, { learningRate: 0.5 }).rate, 0.002);
    assert.equal(bound('adam', { learningRate: 0.5 }).rate, 0.5);
    assert.equal(bound('adam').rate, 0.1);
  });

  it('leaves the loss standing and says at the name that it is not known', () => {
    const { optimizer, problems, loss } = bound('adan');
    assert.equal(optimizer, null);
    assert.equal(loss, 0.5);
    const [problem] = problems;
    assert.equal(problem.code, 'unknown-optimizer');
    assert.deepEqual(problem.data, { name: 'adan', suggestion: 'adam' });
  });

  it('refuses a parameter outside its domain, and one that it does not have', () => {
    const outside = bound({ name: 'adam', beta1: 1 });
    assert.equal(outside.optimizer, null);
    assert.equal(outside.problems[0].code, 'parameter-domain');
    assert.equal(bound({ name: 'adagrad', momentum: 0.9 }).problems[0].code, 'parameter-domain');
  });

  it('refuses Nesterov without momentum, as PyTorch does', () => {
    assert.equal(bound({ name: 'sgd', nesterov: true }).problems[0].code, 'parameter-domain');
    const dampened = { name: 'sgd', nesterov: true, momentum: 0.9, dampening: 0.1 };
    assert.equal(bound(dampened).problems[0].code, 'parameter-domain');
    assert.deepEqual(bound({ name: 'sgd', nesterov: true, momentum: 0.9 }).problems, []);
  });

  it('is read from assignments too', () => {
    const study = evaluate(read('W1 = [1]\nx = [1]\ny = [2]\noptimizer = adamw\nlearning_rate = 0.25'));
    assert.ok(study.kind === 'network');
    assert.equal(study.network.optimizer?.optimizer.name, 'adamw');
    assert.equal(study.network.learningRate, 0.25);
  });
});
