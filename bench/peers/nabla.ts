import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { createKernels, type WebAssemblyEngine } from '../../core/kernels/createKernels';
import { createMatrix } from '../../core/matrix';
import { softplus } from '../../core/network/activations/softplus';
import { parameterGradientSteps } from '../../core/network/backward';
import { passSteps } from '../../core/network/forward';
import { halfSquaredError } from '../../core/network/losses/halfSquaredError';
import type { Network } from '../../core/network/network';
import { createSmallGradient } from '../../core/network/smallGradient';
import { finish } from '../../core/steps';

declare const WebAssembly: WebAssemblyEngine;

interface Problem {
  readonly layers: readonly {
    readonly fanIn: number;
    readonly fanOut: number;
    readonly weights: Float64Array;
    readonly biases: Float64Array;
  }[];
  readonly samples: number;
  readonly input: Float64Array;
  readonly target: Float64Array;
}

const kernels = createKernels(WebAssembly, [relaxed, simd]);

/** The paths that training takes: the small one where there is one, else passes through the kernels. */
export function prepare({ layers, samples, input, target }: Problem): () => Float64Array {
  const network: Network = {
    layers: layers.map(({ fanIn, fanOut, weights, biases }) => ({
      weights: { rows: fanOut, columns: fanIn, values: weights },
      biases,
      activation: { activation: softplus, parameters: { beta: 1, threshold: Number.POSITIVE_INFINITY } },
    })),
    loss: { loss: halfSquaredError, reduction: 'sum', parameters: {}, lists: {} },
    learningRate: 0.1,
    optimizer: null,
  };
  const x = { rows: samples, columns: layers[0].fanIn, values: input };
  const rows = { rows: samples, columns: layers[layers.length - 1].fanOut, values: target };
  const wanted = { form: 'rows', rows } as const;
  const small = createSmallGradient(network, x, wanted);
  if (small !== null) {
    const parameters = layers.flatMap(({ weights, biases }) => [weights, biases]);
    const gradient = parameters.map(({ length }) => new Float64Array(length));
    return () => {
      small(parameters, gradient);
      return gradient[0];
    };
  }
  return () => {
    const passes = finish(passSteps(network.layers, x, kernels));
    return finish(parameterGradientSteps(network, x, passes, wanted, kernels))[0].weights.values;
  };
}

/** GFLOP/s of a square product through the kernels, packing included. */
export function productRate(size: number, repeats: number): number {
  const [a, b] = [createMatrix(size, size), createMatrix(size, size)];
  a.values.fill(0.5);
  b.values.fill(0.25);
  const start = performance.now();
  for (let i = 0; i < repeats; i++) finish(kernels.inputGradient(a, b));
  return (2 * size ** 3 * repeats) / ((performance.now() - start) * 1e6);
}

declare const performance: { now(): number };
