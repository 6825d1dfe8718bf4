import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typescriptKernels as kernels } from '../../../core/kernels/typescriptKernels';
import { createMatrix, type Matrix } from '../../../core/matrix';
import { finish, inSlices } from '../../../core/steps';

/** Integers, so that every sum is exact in any order. */
const entries = fc.integer({ min: -100, max: 100 });

function matrices(rows: number, columns: number): fc.Arbitrary<Matrix> {
  return fc
    .array(entries, { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => createMatrix(rows, columns, values));
}

const layers = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .chain(([samples, fanIn, fanOut]) =>
    fc.record({
      input: matrices(samples, fanIn),
      weights: matrices(fanOut, fanIn),
      biases: matrices(1, fanOut),
      delta: matrices(samples, fanOut),
      cut: fc.nat({ max: 40 }),
    }),
  );

function at({ values, columns }: Matrix, row: number, column: number): number {
  return values[row * columns + column];
}

/** Every entry from its definition as a sum. */
function define(rows: number, columns: number, entry: (row: number, column: number) => number): number[] {
  return Array.from({ length: rows * columns }, (_, i) => entry(Math.floor(i / columns), i % columns) + 0);
}

function sum(count: number, term: (k: number) => number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += term(k);
  return total;
}

/** Runs a kernel in two parts, divided anywhere. */
function inTwoParts(count: number, cut: number, run: (first: number, end: number) => void): void {
  const middle = Math.min(cut, count);
  run(0, middle);
  run(middle, count);
}

function values(matrix: Matrix): number[] {
  return Array.from(matrix.values, (value) => value + 0);
}

describe('dense kernels in TypeScript, whatever the division into parts', () => {
  it('affine is X Wᵀ + b', () => {
    fc.assert(
      fc.property(layers, ({ input, weights, biases, cut }) => {
        const result = createMatrix(input.rows, weights.rows);
        inTwoParts(result.values.length, cut, (first, end) =>
          kernels.affine(input, weights, biases.values, result, first, end),
        );
        const wanted = define(input.rows, weights.rows, (i, j) => {
          return sum(input.columns, (k) => at(input, i, k) * at(weights, j, k)) + biases.values[j];
        });
        assert.deepEqual(values(result), wanted);
      }),
    );
  });

  it('the gradient of the weights is δᵀ X', () => {
    fc.assert(
      fc.property(layers, ({ input, delta, cut }) => {
        const result = createMatrix(delta.columns, input.columns);
        inTwoParts(result.rows, cut, (first, end) =>
          kernels.weightGradient(delta, input, result, first, end),
        );
        const wanted = define(delta.columns, input.columns, (i, j) =>
          sum(input.rows, (k) => at(delta, k, i) * at(input, k, j)),
        );
        assert.deepEqual(values(result), wanted);
      }),
    );
  });

  it('the gradient of the input is δ W', () => {
    fc.assert(
      fc.property(layers, ({ weights, delta, cut }) => {
        const result = createMatrix(delta.rows, weights.columns);
        inTwoParts(delta.values.length, cut, (first, end) =>
          kernels.inputGradient(delta, weights, result, first, end),
        );
        const wanted = define(delta.rows, weights.columns, (i, j) =>
          sum(weights.rows, (k) => at(delta, i, k) * at(weights, k, j)),
        );
        assert.deepEqual(values(result), wanted);
      }),
    );
  });

  it('column sums are compensated', () => {
    const result = new Float64Array(2);
    kernels.columnSums(createMatrix(4, 2, [1, 0.1, 1e100, 0.2, 1, 0.3, -1e100, 0.4]), result, 0, 2);
    assert.deepEqual([...result], [2, 1]);
  });
});

describe('work in slices', () => {
  it('covers every unit once, in order, and pauses before each slice', () => {
    const covered: number[] = [];
    const steps = inSlices(10, 400_000, (first, end) => {
      for (let i = first; i < end; i++) covered.push(i);
    });
    let pauses = 0;
    while (!steps.next().done) pauses++;
    assert.deepEqual(covered, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.equal(pauses, 10);
  });

  it('does small work at once', () => {
    let parts = 0;
    const steps = inSlices(100, 10, () => parts++);
    assert.equal(steps.next().done, true);
    assert.equal(parts, 1);
  });

  it('does nothing for no units, and finishes what it is given', () => {
    finish(inSlices(0, 1, () => assert.fail('there was nothing to do')));
  });
});
