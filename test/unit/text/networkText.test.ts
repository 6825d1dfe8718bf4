import assert from 'node:assert/strict';
import { faults, readNetwork, rows } from './support';

describe('a network as matrix text', () => {
  it('reads assignments in any bracket and with any sign', () => {
    const reading = readNetwork(
      'W1 = [[1, 2], [3, 4]]\nb1 = {5, 6}\nW2 := (7 8)\nb2: 9\nx = [1 2]\ny = 1/2\n' +
        'activation = tanh\nactivation2 = identity\nloss = mse_loss\neta = 0.5',
    );
    assert.deepEqual(reading.problems, []);
    assert.equal(reading.notation, 'assignments');
    assert.deepEqual(
      reading.layers.map(({ weights, biases, activation }) => [
        rows(weights),
        rows(biases),
        activation?.name,
      ]),
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [5, 6],
          'tanh',
        ],
        [[[7, 8]], [9], 'identity'],
      ],
    );
    assert.deepEqual(rows(reading.target), 0.5);
    assert.equal(reading.loss?.name, 'mse_loss');
    assert.equal(reading.learningRate?.value, 0.5);
  });

  it('reads columns as vectors', () => {
    const reading = readNetwork('W1 = [1 2 3; 4 5 6]\nb1 = [0.1; 0.2]\nx = [1; 2; 3]\ny = [4; 5]');
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(reading.input?.shape, [3]);
    assert.deepEqual(reading.target?.shape, [2]);
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [0.1, 0.2]);
  });

  it("pairs the sheet's biases, one ahead of their weights", () => {
    const { layers } = readNetwork('W0 = [1 2; 3 4]\nb1 = [5 6]\nW1 = [7 8]\nb2 = 9');
    assert.deepEqual(
      layers.map(({ biases }) => rows(biases)),
      [[5, 6], [9]],
    );
  });

  it('reads subscripts, superscripts and declarations around the names', () => {
    for (const text of [
      'W₁ = [1 2; 3 4]\nW₂ = [5 6]',
      'W^{(1)} = [1 2; 3 4], W^{(2)} = [5 6]',
      'const W_1 = [[1, 2], [3, 4]];\nconst W_2 = [[5, 6]];',
      'double W1[2][2] = {{1, 2}, {3, 4}};\ndouble W2[1][2] = {{5, 6}};',
    ]) {
      assert.deepEqual(rows(readNetwork(text).layers[1]?.weights ?? null), [[5, 6]], text);
    }
  });

  it('reads matrices without names whose shapes chain as W or [W b]', () => {
    const plain = readNetwork('1 2\n3 4\n\n5 6');
    assert.deepEqual(plain.choices, [{ rule: 'chained-matrices', count: 2 }]);
    const augmented = readNetwork('[[1, 2, 3], [4, 5, 6]]\n[[7, 8, 9]]');
    assert.deepEqual(augmented.choices, [
      { rule: 'chained-matrices', count: 2 },
      { rule: 'augmented', layer: 0 },
      { rule: 'augmented', layer: 1 },
    ]);
    assert.deepEqual(rows(augmented.layers[0]?.biases ?? null), [3, 6]);
  });

  it('takes one matrix for a layer when a network is asked for', () => {
    const reading = readNetwork('[1 2; 3 4]', { as: 'network' });
    assert.equal(reading.layers[0]?.activation, null);
    assert.deepEqual(reading.choices, [{ rule: 'single-matrix' }]);
  });

  it('passes over the words around it', () => {
    const reading = readNetwork('The weights are W1 = [[1 2 3]] and b1 = [4], as in exercise (1), see [2].');
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [4]);
  });

  it('says that a name comes twice', () => {
    assert.deepEqual(faults('W1 = [1]\nb1 = [2]\nW1 = [3]'), ['duplicate-key @18+2']);
  });
});
