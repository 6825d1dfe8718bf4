import assert from 'node:assert/strict';
import { compileSingle, compileSingleGradient } from '../../../build/kernels.mjs';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import type { Kernels, Products } from '../../../core/kernels/kernels';
import { createSingleProducts, roundedMultiplyAdd } from '../../../core/kernels/singleProducts';
import { createMatrix, type Matrix } from '../../../core/matrix';
import { softplus } from '../../../core/network/activations/softplus';
import { tanh } from '../../../core/network/activations/tanh';
import { parameterGradientSteps } from '../../../core/network/backward';
import { createDenseGradient } from '../../../core/network/denseGradient';
import { passSteps } from '../../../core/network/forward';
import { halfSquaredError } from '../../../core/network/losses/halfSquaredError';
import { lossOf } from '../../../core/network/lossPass';
import type { Network } from '../../../core/network/network';
import { shortestSingle } from '../../../core/numeric/dtype';
import { finish } from '../../../core/steps';
import { fusedMultiplyAdd } from './fusedMultiplyAdd';
import { compilerTimeout } from './gradientBuilds';

declare const WebAssembly: WebAssemblyEngine;

/** Numbers of float32 of many sizes, without a generator: large matrices take long to make. */
function spread(rows: number, columns: number, seed: number): Matrix {
  const matrix = createMatrix(rows, columns);
  let state = seed;
  for (let at = 0; at < matrix.values.length; at++) {
    state = (state * 48271) % 2147483647;
    matrix.values[at] = Math.fround((state / 2147483647 - 0.5) * 2 ** (state % 7));
  }
  return matrix;
}

function assertSameBits(result: Matrix, wanted: Matrix, what: string): void {
  const different = result.values.findIndex((value, i) => !Object.is(value, wanted.values[i]));
  assert.equal(
    different,
    -1,
    `${what}, entry ${different}: ${result.values[different]}, ${wanted.values[different]}`,
  );
}

describe('products in float32', () => {
  /** Of each build that this host knows, with the twin that rounds as the build does here. */
  let builds: readonly { readonly name: string; readonly kernels: Kernels; readonly twin: Products }[];

  before(async function () {
    this.timeout(compilerTimeout);
    const compiled = [];
    for (const name of ['relaxed', 'simd'] as const) {
      const products = [new Uint8Array(await compileSingle(name))];
      const gradient = [new Uint8Array(await compileSingleGradient(name))];
      if (!WebAssembly.validate(products[0])) continue;
      const kernels = createKernels(WebAssembly, [], null, { products, gradient }).single();
      compiled.push({
        name,
        kernels,
        twin: createSingleProducts(isFused(kernels) ? fusedMultiplyAdd : roundedMultiplyAdd),
      });
    }
    builds = compiled;
    assert.ok(builds.length > 0);
  });

  /** Whether a b + c is rounded once: (1 + ε)² − (1 + 2ε) is then ε², and else 0. */
  function isFused(kernels: Kernels): boolean {
    const epsilon = 2 ** -23;
    const ones = createMatrix(300, 2);
    for (let row = 0; row < 300; row++) ones.values.set([1, 1 + epsilon], 2 * row);
    const weights = createMatrix(300, 2);
    for (let row = 0; row < 300; row++) weights.values.set([-(1 + 2 * epsilon), 1 + epsilon], 2 * row);
    return finish(kernels.affine(ones, weights, null)).values[0] !== 0;
  }

  for (const [samples, fanIn, fanOut] of [
    [64, 784, 40],
    [7, 300, 61],
    [301, 25, 37],
    [5, 273, 97],
  ] as const) {
    it(`are the twin’s bit for bit, ${samples} × ${fanIn} by ${fanOut}`, () => {
      const input = spread(samples, fanIn, 1);
      const weights = spread(fanOut, fanIn, 2);
      const biases = spread(1, fanOut, 3).values;
      const delta = spread(samples, fanOut, 4);
      for (const { name, kernels, twin } of builds) {
        assertSameBits(
          finish(kernels.affine(input, weights, biases)),
          finish(twin.affine(input, weights, biases)),
          `${name} forward`,
        );
        assertSameBits(
          finish(kernels.weightGradient(delta, input)),
          finish(twin.weightGradient(delta, input)),
          `${name} weights`,
        );
        assertSameBits(
          finish(kernels.inputGradient(delta, weights)),
          finish(twin.inputGradient(delta, weights)),
          `${name} back`,
        );
      }
    });
  }

  it('are of numbers of float32, which doubles are not', () => {
    for (const { kernels } of builds) {
      const { values } = finish(kernels.affine(spread(64, 784, 1), spread(40, 784, 2), null));
      assert.ok(values.every((value) => Object.is(Math.fround(value), value)));
    }
  });

  for (const [widths, samples] of [
    [[33, 17, 9], 13],
    [[300, 70, 5, 3], 61],
    [[2, 1], 6],
    [[28, 130, 7], 272],
  ] as const) {
    it(`come to the same gradient, bit for bit, in a module that has all of it: ${widths.join('-')} × ${samples}`, () => {
      const layers = widths.slice(1).map((fanOut, index) => ({
        weights: spread(fanOut, widths[index], 5 + index),
        biases: spread(1, fanOut, 50 + index).values,
        activation: {
          activation: index % 2 === 0 ? softplus : tanh,
          parameters: { beta: 1, threshold: Number.POSITIVE_INFINITY },
        },
      }));
      const loss = { loss: halfSquaredError, reduction: 'sum', parameters: {}, lists: {} } as const;
      const network: Network = { layers, loss, learningRate: 0.1, optimizer: null };
      const input = spread(samples, widths[0], 70);
      const rows = spread(samples, widths[widths.length - 1], 80);
      for (const { name, kernels, twin } of builds) {
        const general = { ...kernels, ...twin };
        const target = { form: 'rows', rows } as const;
        const prepared = createDenseGradient(network, input, target, kernels);
        assert.ok(prepared !== null);
        const found = finish(prepared.steps());
        const passes = finish(passSteps(layers, input, general));
        assert.equal(found, Math.fround(lossOf(network, passes[passes.length - 1], target)), `${name} loss`);
        const wanted = finish(parameterGradientSteps(network, input, passes, target, general));
        const arrays = wanted.flatMap(({ weights, biases }) => [
          weights.values,
          biases ?? new Float64Array(),
        ]);
        for (const [index, values] of arrays.entries()) {
          const own: Float64Array | Float32Array = prepared.gradient[index];
          assert.ok(own instanceof Float32Array);
          const different = values.findIndex(
            (value, i) => !Object.is(value, own[i]) && Math.abs(value - own[i]) > 0,
          );
          assert.equal(
            different,
            -1,
            `${name}, array ${index}, ${different}: ${own[different]}, ${values[different]}`,
          );
        }
      }
    });
  }
});

describe('a b + c, rounded once', () => {
  it('is right where a double between would be rounded to the other side', () => {
    // 1 + 2⁻²⁴ is halfway between two numbers of float32; what is beyond it is below a double's last digit.
    assert.equal(fusedMultiplyAdd(2 ** -12, 2 ** -12, 1), 1);
    assert.equal(fusedMultiplyAdd(2 ** -60, 2 ** -60, Math.fround(1 + 2 ** -23)), Math.fround(1 + 2 ** -23));
    const half = 2 ** -24;
    const tiny = fusedMultiplyAdd(Math.fround(half * (1 + 2 ** -23)), 1, 1);
    assert.equal(tiny, 1 + 2 ** -23);
  });
});

describe('a number of float32', () => {
  it('is written as the shortest decimal that means it', () => {
    assert.deepEqual(
      [0.1, 1 / 3, 16777216, 3.4028234663852886e38, 2 ** -149, -0].map((value) =>
        String(shortestSingle(Math.fround(value))),
      ),
      ['0.1', '0.33333334', '16777216', '3.4028235e+38', '1e-45', '0'],
    );
  });
});
