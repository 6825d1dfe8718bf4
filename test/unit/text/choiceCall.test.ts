import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf } from '../support/reading';
import { readNetwork } from './support';

const matrices = 'W1 = [0.5 -1; 2 0.25]\nb1 = [0.1; -0.3]\nx = [1; 0.2]\ny = [1; -1]\n';

function lossOf(lines: string): number | null {
  const study = evaluate(read(matrices + lines));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  assert.ok(study.problems.every(({ severity }) => severity !== 'error'));
  return study.loss;
}

function wanted(activation: unknown, loss?: unknown, reduction?: string): number | null {
  return networkStudyOf({
    layers: [
      {
        weights: [
          [0.5, -1],
          [2, 0.25],
        ],
        biases: [0.1, -0.3],
        activation,
      },
    ],
    input: [1, 0.2],
    target: [1, -1],
    ...(loss === undefined ? {} : { loss }),
    ...(reduction === undefined ? {} : { reduction }),
  }).loss;
}

describe('activations and losses with arguments, in assignments', () => {
  const leaky = { name: 'leaky_relu', negative_slope: 0.2 };

  it('takes an argument without a name for the parameter in its place', () => {
    assert.equal(lossOf('activation = leaky_relu(0.2)'), wanted(leaky));
    assert.equal(lossOf('φ = elu(1)'), wanted({ name: 'elu', alpha: 1 }));
    const clipped = { name: 'hardtanh', min_val: -0.1, max_val: 0.3 };
    assert.equal(lossOf('activation = hardtanh(-0.1, 0.3)'), wanted(clipped));
  });

  it('takes arguments with names, calls with a module, words and fractions', () => {
    assert.equal(lossOf('activation = nn.LeakyReLU(negative_slope=1/5)'), wanted(leaky));
    assert.equal(
      lossOf("activation = nn.GELU(approximate='tanh')"),
      wanted({ name: 'gelu', approximate: 'tanh' }),
    );
    assert.equal(lossOf('activation = nn.Tanh()'), wanted('tanh'));
  });

  it('takes the parameters and the reduction of a loss', () => {
    const huber = { name: 'huber_loss', delta: 0.5 };
    assert.equal(lossOf('loss = huber_loss(delta=0.5)'), wanted('identity', huber));
    assert.equal(lossOf("loss = nn.HuberLoss(reduction='sum', delta=0.5)"), wanted('identity', huber, 'sum'));
    assert.equal(lossOf('loss = quantile(0.9)'), wanted('identity', { name: 'quantile', q: 0.9 }));
  });

  it('takes a list for a parameter that has one number a neuron', () => {
    const study = networkStudyOf({
      layers: [
        {
          weights: [
            [0.5, -1],
            [2, 0.25],
          ],
          biases: [0.1, -0.3],
          activation: { name: 'prelu', weight: [0.1, 0.4] },
        },
      ],
      input: [1, 0.2],
      target: [1, -1],
    });
    assert.equal(lossOf('activation = prelu([0.1, 0.4])'), study.loss);
  });

  it('keeps the place of each number, so that it is exact and can be pointed at', () => {
    const text = `${matrices}activation = leaky_relu(1/5)`;
    const token = readNetwork(text).layers[0].activation?.parameters.negative_slope;
    assert.ok(token !== undefined);
    assert.equal(text.slice(token.span.offset, token.span.offset + token.span.length), '1/5');
  });

  it('says what is wrong inside the parentheses, at its place', () => {
    const at = (lines: string) => {
      const text = matrices + lines;
      return evaluate(read(text))
        .problems.filter(({ severity }) => severity === 'error')
        .map(({ code, span }) => `${code} ${text.slice(span.offset, span.offset + span.length)}`);
    };
    assert.deepEqual(at('activation = leaky_relu(slope=0.2)'), ['parameter-domain 0.2']);
    assert.deepEqual(at('activation = leaky_relu(0.2, 7)'), ['parameter-domain 7']);
    assert.deepEqual(at('activation = leaky_relu(0.2'), ['syntax ']);
    assert.deepEqual(at('activation = leaky_relu(0.2 0.3)'), ['syntax 0.3']);
    assert.deepEqual(at('activation = leaky_relu(*)'), ['syntax *']);
  });
});
