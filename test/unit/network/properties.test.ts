import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toNumber } from '../../../core/exact/toNumber';
import { networkStudyOf } from '../support/reading';

const decimal = fc.integer({ min: -300, max: 300 }).map((value) => value / 100);
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(decimal, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const vector = (length: number) => fc.array(decimal, { minLength: length, maxLength: length });
const unit = 2 ** -53;

function permuted<Item>(items: readonly Item[], order: readonly number[]): readonly Item[] {
  return order.map((index) => items[index]);
}

describe('every network', () => {
  it('has the same loss, and the same gradients in their places, when hidden units are exchanged', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    const activation = fc.constantFrom('relu', 'tanh', 'softplus', 'softmax', 'sparsemax');
    fc.assert(
      fc.property(
        matrix(4, 3),
        vector(4),
        matrix(2, 4),
        vector(3),
        vector(2),
        order,
        activation,
        (w, b, v, input, target, places, name) => {
          const of = (first: unknown, biases: unknown, second: unknown) =>
            networkStudyOf({
              layers: [{ weights: first, biases, activation: name }, { weights: second }],
              input,
              target,
            });
          const one = of(w, b, v);
          const other = of(
            permuted(w, places),
            permuted(b, places),
            v.map((row) => permuted(row, places)),
          );
          const near = (a: number, c: number) => Math.abs(a - c) <= 1e-12 * Math.max(1, Math.abs(a));
          assert.ok(near(one.loss ?? Number.NaN, other.loss ?? Number.NaN));
          const [mine, theirs] = [one.gradients ?? [], other.gradients ?? []];
          places.forEach((from, to) => {
            assert.ok(near(mine[0].biases?.[from] ?? 0, theirs[0].biases?.[to] ?? 0));
            for (let k = 0; k < 3; k++)
              assert.ok(near(mine[0].weights.values[from * 3 + k], theirs[0].weights.values[to * 3 + k]));
            for (let k = 0; k < 2; k++)
              assert.ok(near(mine[1].weights.values[k * 4 + from], theirs[1].weights.values[k * 4 + to]));
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of rationals comes in doubles to its fractions, within a rounding for each term of the sum', () => {
    fc.assert(
      fc.property(matrix(3, 5), vector(3), vector(5), (w, b, input) => {
        const study = networkStudyOf({ layers: [{ weights: w, biases: b }], input });
        w.forEach((row, k) => {
          const sizes = row.reduce((sum, weight, j) => sum + Math.abs(weight * input[j]), Math.abs(b[k]));
          const exact = toNumber(study.exact?.output?.[0][k] ?? { numerator: 0n, denominator: 0n });
          // Reading rounds both factors, the product and each of five additions round once more.
          const distance = Math.abs(study.layers[0].output.values[k] - exact);
          assert.ok(distance <= 8 * unit * sizes, `${distance / (unit * sizes)} roundings`);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is differentiated alike by matrices, edge by edge, and by differences', () => {
    const activation = fc.constantFrom('relu', 'tanh', 'softplus', 'leaky_relu', 'gelu', 'softmax', 'mish');
    fc.assert(
      fc.property(
        matrix(3, 2),
        vector(3),
        matrix(2, 3),
        vector(2),
        vector(2),
        activation,
        activation,
        (w, b, v, input, target, first, second) => {
          const layers = [
            { weights: w, biases: b, activation: first },
            { weights: v, activation: second },
          ];
          const { check } = networkStudyOf({ layers, input, target });
          assert.notEqual(check?.verdict, 'disagree');
          assert.notEqual(check?.edges?.verdict, 'not-admissible');
          assert.ok((check?.largestRelativeDifference ?? 1) <= 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });
});
