import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { sheetNetwork } from '../support/sheet';

function network(text: string) {
  const reading = read(text);
  assert.ok(reading.kind === 'network', `${reading.kind}: ${text}`);
  return reading;
}

const matrices = (text: string) =>
  network(text).layers.map(({ weights, biases }) => ({
    shape: weights.shape,
    weights: Array.from(weights.values),
    biases: biases === null ? null : Array.from(biases.values),
  }));

const sheet = `w_{11}^0 = 0.1, w_{21}^0 = 0.2, w_{31}^0 = -0.3
w_{12}^0 = 0.4, w_{22}^0 = -0.5, w_{32}^0 = 0.6
b_1^1 = 0.1, b_2^1 = -0.2
w_{11}^1 = 0.7, w_{21}^1 = -0.8
b_1^2 = 0.05
activation = softplus
x_1 = 1, x_2 = 2, x_3 = 3
y = 1`;

describe('weights that stand one by one', () => {
  it('are the network of the exercise sheet, from p to k, with its loss and gradients', () => {
    assert.deepEqual(matrices(sheet), [
      { shape: [2, 3], weights: [0.1, 0.2, -0.3, 0.4, -0.5, 0.6], biases: [0.1, -0.2] },
      { shape: [1, 2], weights: [0.7, -0.8], biases: [0.05] },
    ]);
    const study = evaluate(network(`${sheet}\nloss = half_squared_error`));
    assert.ok(study.kind === 'network');
    const same = evaluate(read(JSON.stringify({ ...sheetNetwork, loss: 'half_squared_error' })));
    assert.ok(same.kind === 'network');
    assert.equal(study.loss, same.loss);
    assert.deepEqual(study.gradients, same.gradients);
  });

  it('are read in each way to write the two indices and the layer', () => {
    const expected = [{ shape: [1, 2], weights: [0.5, 0.25], biases: null }];
    for (const text of [
      'w11 = 0.5\nw21 = 0.25\nx = [1, 2]',
      'w_11 = 0.5\nw_21 = 0.25\nx = [1, 2]',
      'w_{11} = 0.5, w_{21} = 0.25, x = [1, 2]',
      'w_{1,1} = 0.5, w_{2,1} = 0.25, x = [1, 2]',
      'w₁₁ = 0.5; w₂₁ = 0.25; x = [1, 2]',
      'w₁₁⁰ = 0.5; w₂₁⁰ = 0.25; x = [1, 2]',
      'w₁₁¹ = 0.5; w₂₁¹ = 0.25; x = [1, 2]',
      '$w_{11}^{(1)} = 0.5$, $w_{21}^{(1)} = 0.25$, $x = [1, 2]$',
      '$w^{(1)}_{11} = 0.5$, $w^{(1)}_{21} = 0.25$, $x = [1, 2]$',
      'w_21^1 = 0.25\nx = [1, 2]\nw_11^1 = 0.5',
    ]) {
      assert.deepEqual(matrices(text), expected, text);
      assert.deepEqual(
        network(text).choices.filter(({ rule }) => rule === 'entries'),
        [{ rule: 'entries', first: 'source' }],
        text,
      );
    }
  });

  it('have the destination first where only that fits, and say so', () => {
    const reading = network('w_{11} = 0.1, w_{12} = 0.2, w_{13} = 0.5, x = [1, 2, 3]');
    assert.deepEqual(Array.from(reading.layers[0]?.weights.values ?? []), [0.1, 0.2, 0.5]);
    assert.deepEqual(reading.choices, [{ rule: 'entries', first: 'destination' }]);
  });

  it('tell of the other way where both fit', () => {
    const reading = network('w11 = 1\nw12 = 2\nw21 = 3\nw22 = 4\nb1 = 5\nb2 = 6\nx1 = 1\nx2 = 2');
    assert.deepEqual(Array.from(reading.layers[0]?.weights.values ?? []), [1, 3, 2, 4]);
    assert.deepEqual(Array.from(reading.layers[0]?.biases?.values ?? []), [5, 6]);
    assert.ok(reading.alternatives.length > 0);
  });

  it('keep the place of each number', () => {
    const text = 'w_{21}^0 = 0.25, w_{11}^0 = 0.5, x = [1, 2]';
    const { places } = network(text).layers[0]?.weights ?? assert.fail();
    assert.deepEqual(
      [0, 1].map((index) => text.slice(places.startOf(index), places.endOf(index))),
      ['0.5', '0.25'],
    );
  });

  it('are refused where entries are missing', () => {
    for (const text of ['w11 = 1\nw12 = 2\nw21 = 3\nx1 = 1', 'w22 = 1\nw33 = 2\nx1 = 1, x2 = 2']) {
      assert.equal(read(text).kind, 'error', text);
    }
  });

  it('come to what the same matrix comes to, whatever their order', () => {
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 16, maxLength: 16 }),
        fc.nat(),
        (rows, columns, numbers, turn) => {
          const entries = Array.from({ length: rows * columns }, (_, at) => {
            const [row, column] = [Math.floor(at / columns), at % columns];
            return `w_{${column + 1}${row + 1}}^0 = ${numbers[at]}`;
          });
          const first = turn % entries.length;
          const turned = [...entries.slice(first), ...entries.slice(0, first)];
          const x = Array.from({ length: columns }, (_, at) => at + 1);
          const [layer] = matrices(`${turned.join('\n')}\nx = [${x.join(', ')}]`);
          assert.deepEqual(layer?.shape, [rows, columns]);
          assert.deepEqual(layer?.weights, numbers.slice(0, rows * columns));
        },
      ),
      { numRuns: 60 },
    );
  });
});
