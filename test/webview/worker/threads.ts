// A worker that takes a gradient as the browser's server does, with threads where its page may share memory, and says
// how it went. Bundled by threads.test.ts.
import { source } from 'nabla-kernels/browser.thread.js';
import { bytes } from 'nabla-kernels/relaxed.gradient.wasm';
import { createKernels } from '../../../core/kernels/createKernels';
import type { DenseGradient } from '../../../core/kernels/denseGradient';
import type { DenseShape } from '../../../core/kernels/gradientPlan';
import type { KernelThreads } from '../../../core/kernels/kernelThreads';
import { finish } from '../../../core/steps';
import { startThreads } from '../../../extension/server/browser/startThreads';

/** What the worker tells. */
export interface ThreadsReport {
  readonly isIsolated: boolean;
  /** Beside the worker's own. */
  readonly threads: number;
  /** Whether chunks were done while the worker did none. */
  readonly helped: boolean;
  readonly loss: number;
  /** Bits of the loss and of every derivative, in short. */
  readonly bits: string;
}

const layer = (fanIn: number, fanOut: number) =>
  ({ fanIn, fanOut, hasBiases: true, activation: 'softplus' }) as const;
const shape: DenseShape = { samples: 131, layers: [layer(301, 417), layer(417, 5)], divisor: 2 };
const host = { *activate() {}, compare: () => 0 };

function prepare(threads: KernelThreads | null): DenseGradient {
  const prepared = createKernels(WebAssembly, [], { builds: [bytes], threads }).gradient(shape, host);
  if (prepared === null) throw new Error('WebAssembly is refused here.');
  let state = 1;
  for (const array of [...prepared.parameters, prepared.input, prepared.target]) {
    for (let i = 0; i < array.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      array[i] = state / 2 ** 33 - 0.25;
    }
  }
  return prepared;
}

function bitsOf(loss: number, { gradient }: DenseGradient): string {
  let hash = 0;
  for (const array of [Float64Array.of(loss), ...gradient]) {
    const { buffer, byteOffset, length } = array;
    for (const word of new Uint32Array(buffer, byteOffset, 2 * length)) {
      hash = (Math.imul(hash, 16_777_619) ^ word) >>> 0;
    }
  }
  return hash.toString(16);
}

declare const self: DedicatedWorkerGlobalScope;

async function run(): Promise<ThreadsReport> {
  // Two processors, whatever this machine has.
  const isIsolated = self.crossOriginIsolated;
  const threads = startThreads(
    { crossOriginIsolated: isIsolated, navigator: { hardwareConcurrency: 2 } },
    source,
  );
  const prepared = prepare(threads);
  const steps = prepared.steps();
  steps.next();
  const before = prepared.progress();
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  while (threads !== null && prepared.progress() === before) await turn();
  const helped = prepared.progress() > before;
  const loss = finish(steps);
  const count = threads?.count ?? 0;
  return {
    isIsolated: self.crossOriginIsolated,
    threads: count,
    helped,
    loss,
    bits: bitsOf(loss, prepared),
  };
}

run().then(
  (report) => self.postMessage(report),
  (error) => self.postMessage(String(error)),
);
