import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAssemblyKernels } from '../../../core/kernels/assemblyKernels';
import { memoryForBlocks } from '../../../core/kernels/blockProduct';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import type { KernelModule } from '../../../core/kernels/kernelModule';
import type { Kernels } from '../../../core/kernels/kernels';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createMatrix, type Matrix } from '../../../core/matrix';
import { finish, type Steps } from '../../../core/steps';
import { kernelBytes } from './builds';

declare const WebAssembly: WebAssemblyEngine;

/** Integers, so that every sum is exact in any order and with one rounding or two. */
const entries = fc.integer({ min: -100, max: 100 });

function matrices(rows: number, columns: number): fc.Arbitrary<Matrix> {
  return fc
    .array(entries, { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => createMatrix(rows, columns, values));
}

const sizes = fc.tuple(
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 7 }),
);

const layers = sizes.chain(([samples, fanIn, fanOut]) =>
  fc.record({
    input: matrices(samples, fanIn),
    weights: matrices(fanOut, fanIn),
    biases: matrices(1, fanOut),
    delta: matrices(samples, fanOut),
  }),
);

/** A matrix of integers that differ, without a generator: large ones take long to make. */
function spread(rows: number, columns: number, seed: number): Matrix {
  const matrix = createMatrix(rows, columns);
  for (let at = 0; at < matrix.values.length; at++) matrix.values[at] = ((at * 7919 + seed) % 201) - 100;
  return matrix;
}

/** Entries from their definition as a sum. */
function define(rows: number, columns: number, entry: (row: number, column: number) => number): Matrix {
  const matrix = createMatrix(rows, columns);
  for (let at = 0; at < matrix.values.length; at++) {
    matrix.values[at] = entry(Math.floor(at / columns), at % columns);
  }
  return matrix;
}

function sum(count: number, term: (k: number) => number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += term(k);
  return total;
}

const at = ({ values, columns }: Matrix, row: number, column: number) => values[row * columns + column];

/** As numbers, without the sign of zero. */
function assertEqual(result: Matrix, wanted: Matrix): void {
  assert.deepEqual([result.rows, result.columns], [wanted.rows, wanted.columns]);
  const different = result.values.findIndex((value, i) => value !== wanted.values[i]);
  assert.equal(different, -1, `entry ${different}: ${result.values[different]}, ${wanted.values[different]}`);
}

/** What the four kernels are defined to be. */
function assertDefinitions(kernels: Kernels, input: Matrix, weights: Matrix, biases: Matrix, delta: Matrix) {
  const samples = input.rows;
  const { rows: fanOut, columns: fanIn } = weights;
  assertEqual(
    finish(kernels.affine(input, weights, biases.values)),
    define(
      samples,
      fanOut,
      (i, j) => sum(fanIn, (k) => at(input, i, k) * at(weights, j, k)) + biases.values[j],
    ),
  );
  assertEqual(
    finish(kernels.weightGradient(delta, input)),
    define(fanOut, fanIn, (i, j) => sum(samples, (k) => at(delta, k, i) * at(input, k, j))),
  );
  assertEqual(
    finish(kernels.inputGradient(delta, weights)),
    define(samples, fanIn, (i, j) => sum(fanOut, (k) => at(delta, i, k) * at(weights, k, j))),
  );
}

/** Drives all of them, a step of each at a time. */
function inTurns(running: readonly Steps<Matrix>[]): readonly Matrix[] {
  const results = new Map<number, Matrix>();
  while (results.size < running.length) {
    for (const [index, steps] of running.entries()) {
      const step = results.has(index) ? null : steps.next();
      if (step?.done) results.set(index, step.value);
    }
  }
  return running.map((_, index) => results.get(index) ?? createMatrix(0, 0));
}

function instantiate(bytes: Uint8Array<ArrayBuffer>): KernelModule {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes) as never);
  return exports as KernelModule;
}

describe('dense kernels in TypeScript', () => {
  it('are the products that they are defined to be', () => {
    fc.assert(
      fc.property(layers, ({ input, weights, biases, delta }) =>
        assertDefinitions(typescriptKernels, input, weights, biases, delta),
      ),
    );
  });

  it('sum columns with compensation', () => {
    const matrix = createMatrix(4, 2, [1, 0.1, 1e100, 0.2, 1, 0.3, -1e100, 0.4]);
    assert.deepEqual([...finish(typescriptKernels.columnSums(matrix))], [2, 1]);
  });
});

describe('dense kernels in WebAssembly', () => {
  let simd: Uint8Array<ArrayBuffer>;
  /** Of each build that this host knows. Node before 22 lacks `relaxed`, which the tests in the editor run too. */
  let twins: readonly Kernels[];

  before(async function () {
    this.timeout(120_000);
    simd = await kernelBytes('simd');
    const relaxed = await kernelBytes('relaxed');
    const known = [simd, relaxed].filter((bytes) => WebAssembly.validate(bytes));
    twins = known.map((bytes) => createAssemblyKernels(instantiate(bytes)));
    assert.ok(twins.length > 0);
  });

  it('are the same products where edges fill no tile', () => {
    const odd: readonly (readonly [number, number, number])[] = [
      [7, 101, 83],
      [64, 53, 41],
      [101, 257, 31],
      [5, 1, 20_000],
      [97, 513, 19],
    ];
    for (const [samples, fanIn, fanOut] of odd) {
      const [input, weights] = [spread(samples, fanIn, 1), spread(fanOut, fanIn, 2)];
      for (const kernels of twins)
        assertDefinitions(kernels, input, weights, spread(1, fanOut, 3), spread(samples, fanOut, 4));
    }
  });

  it('leave small products to the twin', () => {
    fc.assert(
      fc.property(layers, ({ input, weights, biases, delta }) => {
        for (const kernels of twins) assertDefinitions(kernels, input, weights, biases, delta);
      }),
    );
  });

  it('keep apart two products that take turns', () => {
    const one = { input: spread(100, 300, 5), weights: spread(60, 300, 6) };
    const other = { input: spread(100, 300, 7), weights: spread(60, 300, 8) };
    for (const kernels of twins) {
      const running = [one, other].map(({ input, weights }) => kernels.affine(input, weights, null));
      const results = inTurns(running);
      assertEqual(results[0], finish(typescriptKernels.affine(one.input, one.weights, null)));
      assertEqual(results[1], finish(typescriptKernels.affine(other.input, other.weights, null)));
    }
  });

  it('let NaN and infinities through', () => {
    const input = spread(50, 100, 1);
    const weights = spread(100, 100, 2);
    input.values[3] = Number.NaN;
    input.values[205] = Number.POSITIVE_INFINITY;
    const expected = [...finish(typescriptKernels.affine(input, weights, null)).values];
    for (const kernels of twins)
      assert.deepEqual([...finish(kernels.affine(input, weights, null)).values], expected);
  });

  const samples = createMatrix(2, 2, [1, 2, 3, 4]);

  it('passes over a build that the host does not know', () => {
    const broken = Uint8Array.of(0, 97, 115, 109, 9, 9, 9, 9);
    const kernels = createKernels(WebAssembly, [broken, simd]);
    assert.notEqual(kernels, typescriptKernels);
    assert.deepEqual([...finish(kernels.affine(samples, samples, null)).values], [5, 11, 11, 25]);
  });

  it('falls back to TypeScript where WebAssembly is refused', () => {
    const refused = {
      validate: () => true,
      Module: class {
        constructor() {
          throw new Error('Refused by the content policy.');
        }
      },
      Instance: WebAssembly.Instance,
      Memory: WebAssembly.Memory,
    };
    assert.equal(createKernels(refused, [new Uint8Array(8)]), typescriptKernels);
  });

  it('has room for its blocks in the memory of a module, before the constants', () => {
    assert.ok(instantiate(simd).memory.buffer.byteLength - 65_536 >= memoryForBlocks);
  });
});
