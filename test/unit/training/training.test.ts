import assert from 'node:assert/strict';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { lossAlongStepSteps, lossCurveSteps } from '../../../core/network/training/lossAlongStep';
import { gradientAtSteps, type Objective, objectiveOf } from '../../../core/network/training/objective';
import type { BoundOptimizer } from '../../../core/network/training/optimizers/optimizer';
import { tensorsOf } from '../../../core/network/training/tensors';
import { beginTrainingSteps, type TrainingRun, trainSteps } from '../../../core/network/training/train';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

/** L(w) = ½(w x − y)²: every number of a step can be had by hand. */
const line = { layers: [{ weights: [[3]] }], input: [2], target: [2] };

interface Prepared {
  readonly objective: Objective;
  readonly optimizer: BoundOptimizer;
  readonly rate: number;
  readonly loss: number;
}

function prepared(document: object): Prepared {
  const study = networkStudyOf(document);
  const objective = objectiveOf(study, typescriptKernels);
  const { optimizer, learningRate } = study.network;
  assert.ok(objective !== null && optimizer !== null && study.loss !== null, JSON.stringify(study.problems));
  return { objective, optimizer, rate: learningRate, loss: study.loss };
}

function train(document: object, ...counts: readonly number[]): TrainingRun {
  const { objective, optimizer, rate } = prepared(document);
  let run = finish(beginTrainingSteps(objective, optimizer));
  for (const count of counts) run = finish(trainSteps(objective, optimizer, rate, run, count));
  return run;
}

function along(document: object) {
  const { objective, optimizer, loss } = prepared(document);
  const { gradient } = finish(gradientAtSteps(objective, tensorsOf(objective.network)));
  return {
    found: finish(lossAlongStepSteps(objective, optimizer, gradient, loss)),
    curve: (rates: readonly number[]) => finish(lossCurveSteps(objective, optimizer, gradient, rates)),
  };
}

describe('training', () => {
  it('moves w by −η ∂L/∂w: 3 − 0.1 · (3·2 − 2)·2 = 2.2', () => {
    const run = train(line, 1);
    assert.equal(run.tensors[0][0], 3 - 0.1 * 8);
    assert.deepEqual(run.losses, [8, 0.5 * (2 * (3 - 0.1 * 8) - 2) ** 2]);
  });

  it('leaves the network and the run before it as they were', () => {
    const { objective, optimizer, rate } = prepared(line);
    const first = finish(beginTrainingSteps(objective, optimizer));
    finish(trainSteps(objective, optimizer, rate, first, 5));
    assert.equal(objective.network.layers[0].weights.values[0], 3);
    assert.deepEqual(first.losses, [8]);
  });

  it('gives the same numbers in one go and in parts, to the last bit', () => {
    for (const optimizer of ['sgd', 'adam', 'rmsprop', 'adagrad', { name: 'sgd', momentum: 0.9 }]) {
      const document = {
        layers: [{ weights: [[0.3, -0.7]], biases: [0.1], activation: 'tanh' }, { weights: [[1.5], [0.2]] }],
        input: [
          [1, 2],
          [-1, 0.5],
        ],
        target: [
          [1, 0],
          [0, 1],
        ],
        optimizer,
      };
      const whole = train(document, 30);
      const parts = train(document, 7, 1, 22);
      assert.deepEqual(parts.losses, whole.losses);
      assert.deepEqual(parts.tensors, whole.tensors);
    }
  });

  it('learns the slope of a prelu with the weights', () => {
    const run = train({ layers: [{ weights: [[-1]], activation: 'prelu' }], input: [1], target: [0] }, 1);
    // o = 0.25 · −1, δ = o · 0.25, ∂L/∂a = o · s = 0.25.
    assert.equal(run.tensors[0][0], -1 - 0.1 * -0.0625);
    assert.equal(run.tensors[1][0], 0.25 - 0.1 * 0.25);
  });

  it('stops with a reason when the loss grows beyond all bounds', () => {
    const run = train({ ...line, learningRate: 1 }, 1000);
    // Each step multiplies the error by 1 − 4η = −3 and the loss by 9: 8 · 9ⁿ passes 8e6 at n = 7.
    assert.deepEqual(run.end, { reason: 'growing', step: 7 });
    assert.equal(run.losses.length, 8);
  });

  it('stops when a number leaves the doubles', () => {
    const run = train({ ...line, learningRate: 1e200 }, 10);
    assert.deepEqual(run.end, { reason: 'not-finite', step: 1 });
  });

  it('says that a dead network never moves', () => {
    const dead = { layers: [{ weights: [[-1]], activation: 'relu' }], input: [1], target: [1] };
    assert.deepEqual(train(dead, 100).end, { reason: 'stationary', step: 1 });
  });

  it('goes on through a gradient of 0 while weight decay moves it', () => {
    const optimizer = { name: 'sgd', weight_decay: 0.5 };
    const dead = { layers: [{ weights: [[-1]], activation: 'relu' }], input: [1], target: [1], optimizer };
    assert.equal(train(dead, 20).end, null);
  });
});

describe('the loss along a step', () => {
  it('of a parabola is back where it was at η = 2/L″, and lowest at 1/L″', () => {
    // L″ = x² = 4.
    const { found } = along(line);
    assert.equal(found.slope, -64);
    assert.ok(Math.abs(found.largestDescending - 0.5) < 1e-15, String(found.largestDescending));
    assert.ok(Math.abs(found.best.rate - 0.25) < 1e-8, String(found.best.rate));
    assert.ok(found.best.loss < 1e-15);
  });

  it('is the loss of the network with the moved weights', () => {
    const { curve } = along(line);
    assert.deepEqual(
      curve([0, 0.1, 0.25, 0.5]),
      [3, 3 - 0.8, 3 - 2, 3 - 4].map((w) => 0.5 * (2 * w - 2) ** 2),
    );
  });

  it('has no descending step where the gradient is 0', () => {
    const { found } = along({ ...line, target: [6] });
    assert.equal(Math.abs(found.slope), 0);
    assert.equal(found.largestDescending, 0);
  });

  it('has no bound where the loss falls for ever', () => {
    const logistic = {
      layers: [{ weights: [[0.5]] }],
      input: [1],
      target: [1],
      loss: 'binary_cross_entropy_with_logits',
    };
    assert.equal(along(logistic).found.largestDescending, Number.POSITIVE_INFINITY);
  });

  it('finds its scale where the gradient is tiny', () => {
    // L = ½(1e-12 w − 1e-12)²: L″ = 1e-24, back at η = 2e24.
    const { found } = along({ layers: [{ weights: [[3]] }], input: [1e-12], target: [1e-12] });
    assert.ok(Math.abs(found.largestDescending / 2e24 - 1) < 1e-12, String(found.largestDescending));
  });
});
