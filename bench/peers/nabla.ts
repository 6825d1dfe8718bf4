import { source } from 'nabla-kernels/node.thread.js';
import { bytes as relaxedGradient } from 'nabla-kernels/relaxed.gradient.wasm';
import { bytes as relaxedSingleGradient } from 'nabla-kernels/relaxed.single.gradient.wasm';
import { bytes as simdGradient } from 'nabla-kernels/simd.gradient.wasm';
import { bytes as simdSingleGradient } from 'nabla-kernels/simd.single.gradient.wasm';
import { createKernels, type WebAssemblyEngine } from '../../core/kernels/createKernels';
import type { Kernels } from '../../core/kernels/kernels';
import { identity } from '../../core/network/activations/identity';
import { softplus } from '../../core/network/activations/softplus';
import { createDenseGradient } from '../../core/network/denseGradient';
import { halfSquaredError } from '../../core/network/losses/halfSquaredError';
import type { Network } from '../../core/network/network';
import { finish } from '../../core/steps';
import { startThreads } from '../../extension/server/node/startThreads';

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

/** Which kernels are to run: of one build alone, or with a thread beside the caller's. */
export type Variant = 'one thread' | 'two threads' | 'without FMA' | 'in float32';

const kernels: Readonly<Record<Variant, Kernels>> = {
  'one thread': createKernels(WebAssembly, [], { builds: [relaxedGradient, simdGradient], threads: null }),
  'two threads': createKernels(WebAssembly, [], {
    builds: [relaxedGradient, simdGradient],
    threads: startThreads(source, 1),
  }),
  'without FMA': createKernels(WebAssembly, [], { builds: [simdGradient], threads: null }),
  'in float32': createKernels(WebAssembly, [], null, {
    products: [],
    gradient: [relaxedSingleGradient, simdSingleGradient],
  }).single(),
};

/** A gradient in arrays that were made before, as training has it. */
export function prepare(
  { layers, samples, input, target }: Problem,
  variant: Variant,
  activation: 'softplus' | 'identity' = 'softplus',
): () => Float64Array | Float32Array {
  const bound = activation === 'softplus' ? softplus : identity;
  const network: Network = {
    layers: layers.map(({ fanIn, fanOut, weights, biases }) => ({
      weights: { rows: fanOut, columns: fanIn, values: weights },
      biases,
      activation: { activation: bound, parameters: { beta: 1, threshold: Number.POSITIVE_INFINITY } },
    })),
    loss: { loss: halfSquaredError, reduction: 'sum', parameters: {}, lists: {} },
    learningRate: 0.1,
    optimizer: null,
  };
  const x = { rows: samples, columns: layers[0].fanIn, values: input };
  const rows = { rows: samples, columns: layers[layers.length - 1].fanOut, values: target };
  const prepared = createDenseGradient(network, x, { form: 'rows', rows }, kernels[variant]);
  if (prepared === null) throw new Error('These kernels have no gradient for that.');
  const { atOnce, gradient } = prepared;
  const [first] = gradient;
  return () => {
    if (atOnce === null) finish(prepared.steps());
    else atOnce();
    return first;
  };
}
