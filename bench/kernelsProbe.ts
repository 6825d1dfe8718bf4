/**
 * One process on Node 24: how long the modules of the kernels take to compile, and how soon a large gradient on two
 * threads stops and tells how far it is. Prints one object, in milliseconds.
 */
import { source } from 'nabla-kernels/node.thread.js';
import { bytes as relaxedGradient } from 'nabla-kernels/relaxed.gradient.wasm';
import { bytes as relaxedSingleGradient } from 'nabla-kernels/relaxed.single.gradient.wasm';
import { bytes as relaxedSingle } from 'nabla-kernels/relaxed.single.wasm';
import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as scanner } from 'nabla-kernels/scanner.wasm';
import { bytes as simdGradient } from 'nabla-kernels/simd.gradient.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { createKernels, type WebAssemblyEngine } from '../core/kernels/createKernels';
import type { DenseGradient } from '../core/kernels/denseGradient';
import { Cancelled, drive } from '../extension/server/common/drive';
import { startThreads } from '../extension/server/node/startThreads';

declare const WebAssembly: WebAssemblyEngine;

const modules = {
  'kernels, with FMA': relaxed,
  'kernels, without': simd,
  'gradients, with FMA': relaxedGradient,
  'gradients, without': simdGradient,
  'products in float32, with FMA': relaxedSingle,
  'gradients in float32, with FMA': relaxedSingleGradient,
  scanner,
};
const compilations = 15;
const cancellations = 25;

function compileTimes(bytes: Uint8Array<ArrayBuffer>): readonly number[] {
  return Array.from({ length: compilations }, () => {
    // An engine may remember what it compiled: these bytes it has not seen.
    const section = Uint8Array.of(
      0,
      9,
      8,
      ...crypto.getRandomValues(new Uint8Array(8)).map((one) => one % 128),
    );
    const fresh = new Uint8Array(bytes.length + section.length);
    fresh.set(bytes);
    fresh.set(section, bytes.length);
    const start = performance.now();
    new WebAssembly.Module(fresh);
    return performance.now() - start;
  });
}

/** 5 × 1024 neurons, 256 samples: a few tenths of a second. */
function prepareLarge(): DenseGradient {
  const layer = { fanIn: 1024, fanOut: 1024, hasBiases: true, activation: 'softplus' } as const;
  const threads = startThreads(source, 1);
  const kernels = createKernels(WebAssembly, [], { builds: [relaxedGradient, simdGradient], threads });
  const shape = { samples: 256, layers: [layer, layer, layer, layer, layer], divisor: 1 };
  const prepared = kernels.gradient(shape, { *activate() {}, compare: () => 0 });
  if (prepared === null) throw new Error('These kernels have no gradient for that.');
  for (const values of prepared.parameters) values.fill(1e-3);
  prepared.input.fill(0.5);
  return prepared;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** From when it is asked to stop until it has stopped. */
async function cancellationTime(prepared: DenseGradient, after: number): Promise<number> {
  let isCancelled = false;
  const due = performance.now() + after;
  setTimeout(() => {
    isCancelled = true;
  }, after);
  try {
    for (;;) await drive(prepared.steps(), { turn }, () => isCancelled);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
  return performance.now() - due;
}

/** The longest time in which a whole gradient says nothing new of how far it is. */
async function longestSilence(prepared: DenseGradient): Promise<number> {
  let [said, at, longest] = [0, performance.now(), 0];
  const look = async () => {
    await turn();
    const now = performance.now();
    if (prepared.progress() === said) return;
    said = prepared.progress();
    longest = Math.max(longest, now - at);
    at = now;
  };
  await drive(prepared.steps(), { turn: look }, () => false);
  return Math.max(longest, performance.now() - at);
}

const prepared = prepareLarge();
await drive(prepared.steps(), { turn }, () => false);
const stops: number[] = [];
for (let index = 0; index < cancellations; index++)
  stops.push(await cancellationTime(prepared, 20 + 11 * index));
const silences: number[] = [];
for (let index = 0; index < 5; index++) silences.push(await longestSilence(prepared));
console.log(
  JSON.stringify({
    compile: Object.entries(modules).map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      times: compileTimes(bytes),
    })),
    stops,
    silences,
  }),
);
process.exit(0);
