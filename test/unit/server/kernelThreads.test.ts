import assert from 'node:assert/strict';
import { bundleThread } from '../../../build/kernels.mjs';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import type { DenseGradient } from '../../../core/kernels/denseGradient';
import type { DenseShape } from '../../../core/kernels/gradientPlan';
import type { KernelThreads } from '../../../core/kernels/kernelThreads';
import { finish } from '../../../core/steps';
import { Cancelled, drive } from '../../../extension/server/common/drive';
import { startThreads } from '../../../extension/server/node/startThreads';
import { compilerTimeout, gradientBuilds } from '../kernels/gradientBuilds';

declare const WebAssembly: WebAssemblyEngine;

const layer = (fanIn: number, fanOut: number) =>
  ({ fanIn, fanOut, hasBiases: true, activation: 'softplus' }) as const;
/** 62 million multiply-adds forward, in sizes that fill no block. */
const shape: DenseShape = {
  samples: 131,
  layers: [layer(401, 517), layer(517, 511), layer(511, 5)],
  divisor: 2,
};
const host = {
  *activate() {
    yield;
  },
  compare: () => 0,
};

function fill(prepared: DenseGradient): void {
  let state = 1;
  for (const array of [...prepared.parameters, prepared.input, prepared.target]) {
    for (let i = 0; i < array.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      array[i] = state / 2 ** 33 - 0.25;
    }
  }
}

describe('threads of the kernels', () => {
  let builds: readonly Uint8Array<ArrayBuffer>[];
  let source: string;
  const pools: { stop(): void }[] = [];

  before(async function () {
    this.timeout(compilerTimeout);
    builds = await gradientBuilds();
    source = await bundleThread('node');
  });

  after(() => {
    for (const pool of pools) pool.stop();
  });

  function prepare(threads: KernelThreads | null): DenseGradient {
    const prepared = createKernels(WebAssembly, [], { builds, threads }).gradient(shape, host);
    assert.ok(prepared !== null);
    fill(prepared);
    return prepared;
  }

  function withThreads(count: number): DenseGradient {
    const pool = startThreads(source, count);
    assert.ok(pool !== null);
    pools.push(pool);
    return prepare(pool);
  }

  it('write the same bits, however many there are', function () {
    this.timeout(60_000);
    const alone = prepare(null);
    const loss = finish(alone.steps());
    for (const count of [1, 3]) {
      const prepared = withThreads(count);
      for (let run = 0; run < 3; run++) {
        for (const array of prepared.gradient) array.fill(Number.NaN);
        assert.equal(finish(prepared.steps()), loss);
        assert.deepEqual(prepared.gradient, alone.gradient);
      }
    }
  });

  it('take part: chunks are done while the caller does none', async function () {
    this.timeout(60_000);
    const prepared = withThreads(1);
    const steps = prepared.steps();
    steps.next();
    const before = prepared.progress();
    while (prepared.progress() === before) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(prepared.progress() > before);
    finish(steps);
    assert.equal(prepared.progress(), 1);
  });

  it('stop when the work is cancelled, and begin anew', async function () {
    this.timeout(60_000);
    const alone = prepare(null);
    const loss = finish(alone.steps());
    const prepared = withThreads(2);
    for (let run = 0; run < 3; run++) {
      const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
      await assert.rejects(
        drive(prepared.steps(), { turn }, () => true),
        Cancelled,
      );
      const stopped = prepared.progress();
      await turn();
      assert.equal(prepared.progress(), stopped);
    }
    assert.equal(finish(prepared.steps()), loss);
    assert.deepEqual(prepared.gradient, alone.gradient);
  });

  it('are none where the machine has one processor', () => {
    assert.equal(startThreads(source, 0), null);
  });
});
