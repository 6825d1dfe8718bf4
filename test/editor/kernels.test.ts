import assert from 'node:assert/strict';
import { bytes as relaxedGradient } from 'nabla-kernels/relaxed.gradient.wasm';
import { bytes as relaxedSingle } from 'nabla-kernels/relaxed.single.wasm';
import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as simdGradient } from 'nabla-kernels/simd.gradient.wasm';
import { bytes as simdSingle } from 'nabla-kernels/simd.single.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { createKernels, type WebAssemblyEngine } from '../../core/kernels/createKernels';
import { typescriptKernels } from '../../core/kernels/typescriptKernels';
import { createMatrix } from '../../core/matrix';
import { finish } from '../../core/steps';

declare const WebAssembly: WebAssemblyEngine;

/** Integers: their sums are exact in any order. */
function spread(rows: number, columns: number) {
  const matrix = createMatrix(rows, columns);
  for (let at = 0; at < matrix.values.length; at++) matrix.values[at] = ((at * 7919) % 201) - 100;
  return matrix;
}

describe('the kernels', () => {
  it('run in both builds in this host, and agree with their twin', () => {
    const [input, weights] = [spread(70, 300), spread(130, 300)];
    const expected = finish(typescriptKernels.affine(input, weights, null)).values;
    for (const bytes of [relaxed, simd]) {
      const kernels = createKernels(WebAssembly, [bytes]);
      assert.notEqual(kernels, typescriptKernels, 'WebAssembly is refused here');
      assert.deepEqual(finish(kernels.affine(input, weights, null)).values, expected);
    }
  });

  it('run in both builds in float32, and agree with their twin', () => {
    const [input, weights] = [spread(70, 300), spread(130, 300)];
    const expected = finish(typescriptKernels.affine(input, weights, null)).values;
    for (const bytes of [relaxedSingle, simdSingle]) {
      const kernels = createKernels(WebAssembly, [], null, { products: [bytes], gradient: [] }).single();
      assert.notEqual(kernels.affine, typescriptKernels.single().affine, 'WebAssembly is refused here');
      assert.deepEqual(finish(kernels.affine(input, weights, null)).values, expected);
    }
  });

  it('have whole gradients in both builds in this host, in a memory that could be shared', () => {
    // One layer of ones on ones: every output is 5 + 1, and every derivative of ½ Σ o² is 6, a sample.
    const layer = { fanIn: 5, fanOut: 3, hasBiases: true, activation: 'identity' } as const;
    const help = { *activate() {}, compare: () => 0 };
    for (const bytes of [relaxedGradient, simdGradient]) {
      const kernels = createKernels(WebAssembly, [], { builds: [bytes], threads: null });
      const prepared = kernels.gradient({ samples: 7, layers: [layer], divisor: 1 }, help);
      assert.ok(prepared !== null, 'WebAssembly with shared memory is refused here');
      for (const array of [...prepared.parameters, prepared.input]) array.fill(1);
      assert.equal(finish(prepared.steps()), 0.5 * 7 * 3 * 36);
      for (const array of prepared.gradient) assert.ok(array.every((value) => value === 42));
    }
  });
});
