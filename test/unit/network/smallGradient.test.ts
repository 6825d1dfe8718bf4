import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { SmallGradient } from '../../../core/network/smallGradient';
import { gradientAtSteps, type Objective, objectiveOf } from '../../../core/network/training/objective';
import { copyTensors, tensorsOf } from '../../../core/network/training/tensors';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

const numbers = fc.double({ min: -2, max: 2, noNaN: true });
const rows = (count: number, length: number) =>
  fc.array(fc.array(numbers, { minLength: length, maxLength: length }), {
    minLength: count,
    maxLength: count,
  });
const activations = [
  'softplus',
  'tanh',
  'sigmoid',
  'relu',
  'gelu',
  { name: 'leaky_relu', negative_slope: 0.2 },
];
const losses = [
  { loss: 'half_squared_error', reduction: 'sum' },
  { loss: 'half_squared_error', reduction: 'mean' },
  { loss: 'mse_loss', reduction: 'mean' },
  { loss: 'huber_loss', reduction: 'sum' },
  { loss: 'log_cosh' },
];

const width = fc.integer({ min: 1, max: 4 });
const networks = fc
  .tuple(fc.array(width, { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([widths, samples]) =>
    fc.record({
      layers: fc.tuple(
        ...widths.slice(1).map((fanOut, layer) =>
          fc.record(
            {
              weights: rows(fanOut, widths[layer]),
              biases: fc.array(numbers, { minLength: fanOut, maxLength: fanOut }),
              activation: fc.constantFrom(...activations),
            },
            { requiredKeys: ['weights', 'activation'] },
          ),
        ),
      ),
      input: rows(samples, widths[0]),
      target: rows(samples, widths[widths.length - 1]),
      choice: fc.constantFrom(...losses),
    }),
  );

function studyOf(network: object): NetworkStudy {
  const study = evaluate(read(JSON.stringify(network)));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  return study;
}

function both(network: object): { readonly objective: Objective; readonly small: SmallGradient | null } {
  const objective = objectiveOf(studyOf(network), typescriptKernels);
  assert.ok(objective !== null);
  return { objective, small: objective.small };
}

/** Both are sums of the same terms in other orders: far above rounding, far below any fault. */
const tolerance = 1e-11;

describe('the gradient of a small network', () => {
  it('is that of the general path, whatever the network, at its parameters and at others', () => {
    fc.assert(
      fc.property(networks, numbers, ({ choice, ...network }, shift) => {
        const { objective, small } = both({ ...network, ...choice });
        assert.ok(small !== null);
        const gradient = copyTensors(tensorsOf(objective.network));
        for (const moved of [0, shift]) {
          const tensors = tensorsOf(objective.network).map((tensor) => tensor.map((value) => value + moved));
          const loss = small(tensors, gradient);
          const general = finish(gradientAtSteps({ ...objective, small: null }, tensors));
          assert.ok(Math.abs(loss - general.loss) <= tolerance * Math.max(1, Math.abs(loss)));
          const largest = Math.max(1, ...general.gradient.flatMap((array) => [...array.map(Math.abs)]));
          for (const [index, array] of general.gradient.entries()) {
            for (const [i, value] of array.entries())
              assert.ok(Math.abs(gradient[index][i] - value) <= tolerance * largest);
          }
        }
      }),
    );
  });

  it('is left to the general path where layers mix, losses take classes, or digits need the logits', () => {
    const layer = {
      weights: [
        [1, 2],
        [3, 4],
      ],
    };
    const rest = { input: [1, 2], target: [0.25, 0.75] };
    const last = (activation: string, loss: string, target: unknown = rest.target) =>
      both({ ...rest, layers: [{ ...layer, activation }], loss, target }).small;
    assert.equal(last('softmax', 'mse_loss'), null);
    assert.equal(last('identity', 'cross_entropy', 1), null);
    assert.equal(last('sigmoid', 'binary_cross_entropy'), null);
    assert.notEqual(last('sigmoid', 'mse_loss'), null);
  });
});
