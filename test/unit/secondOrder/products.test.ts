import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf } from '../support/reading';

const layers = [
  {
    weights: [
      [0.5, -1],
      [2, 0.25],
    ],
    biases: [0.1, -0.3],
    activation: { name: 'prelu', weight: 0.2 },
  },
  {
    weights: [
      [1.5, -0.75],
      [0.4, 0.9],
    ],
    activation: 'softmax',
  },
];
const input = [
  [1, 0.2],
  [-0.4, 0.7],
];

const direction = {
  weights: [
    [
      [1, -2],
      [0.5, 3],
    ],
    [
      [0.1, 0.2],
      [-0.3, 0.4],
    ],
  ],
  biases: [[0.7, -0.6], null],
  parameters: [0.25, null],
  input: [
    [2, -1],
    [0.3, 0.6],
  ],
};

/** The same network a step along the direction. */
function outputsAt(step: number): Float64Array {
  const moved = (matrix: readonly (readonly number[])[], along: readonly (readonly number[])[]) =>
    matrix.map((row, i) => row.map((value, j) => value + step * along[i][j]));
  const study = networkStudyOf({
    layers: [
      {
        weights: moved(layers[0].weights, direction.weights[0]),
        biases: [0.1 + 0.7 * step, -0.3 - 0.6 * step],
        activation: { name: 'prelu', weight: 0.2 + 0.25 * step },
      },
      { weights: moved(layers[1].weights, direction.weights[1]), activation: 'softmax' },
    ],
    input: moved(input, direction.input),
  });
  return study.layers[1].output.values;
}

describe('products with the Jacobian that the text asks for', () => {
  it('move the outputs along a direction of weights, biases, learnt slopes and input, as differences say', () => {
    const { products } = networkStudyOf({ layers, input, direction });
    const [above, below] = [outputsAt(1e-6), outputsAt(-1e-6)];
    products?.jvp?.values.forEach((value, i) => {
      assert.ok(Math.abs(value - (above[i] - below[i]) / 2e-6) < 1e-8, `${i}: ${value}`);
    });
    assert.deepEqual([products?.jvp?.rows, products?.jvp?.columns, products?.vjp], [2, 2, null]);
  });

  it('pull a covector back so that u · J v is uᵀ J · v', () => {
    const covector = [
      [0.3, -1.1],
      [2, 0.5],
    ];
    const { products } = networkStudyOf({ layers, input, direction, covector });
    const jvp = products?.jvp;
    const vjp = products?.vjp;
    assert.ok(jvp != null && vjp != null);
    const dot = (a: ArrayLike<number>, b: readonly number[]) =>
      b.reduce((sum, value, i) => sum + value * a[i], 0);
    const [first, second] = vjp.gradients;
    const pulled =
      dot(first.weights.values, direction.weights[0].flat()) +
      dot(second.weights.values, direction.weights[1].flat()) +
      dot(first.biases ?? [], [0.7, -0.6]) +
      dot(first.parameters ?? [], [0.25]) +
      dot(vjp.inputGradient.values, direction.input.flat());
    assert.ok(Math.abs(dot(jvp.values, covector.flat()) - pulled) < 1e-14);
  });

  it('say at its place what is not of the right shape, and give the rest', () => {
    const text = JSON.stringify({ layers, input, direction: { input: [1, 2, 3] }, covector: [1, 2] });
    const study = evaluate(read(text));
    assert.ok(study.kind === 'network');
    assert.deepEqual(study.products, { jvp: null, vjp: null });
    assert.deepEqual(
      study.problems.map(({ code, span, data }) => [
        code,
        text.slice(span.offset, span.offset + span.length),
        data,
      ]),
      [
        ['length-mismatch', '[1,2,3]', { what: 'direction', length: 3, expected: 4 }],
        ['length-mismatch', '[1,2]', { what: 'covector', length: 2, expected: 4 }],
      ],
    );
    assert.deepEqual([...study.layers[0].output.values].length, 4);
  });
});
