import assert from 'node:assert/strict';
import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
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
});
