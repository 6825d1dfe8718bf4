// Evaluates a network of ten million weights, with gradients, and prints what that took of memory.

import { bytes as relaxedGradient } from 'nabla-kernels/relaxed.gradient.wasm';
import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as scanner } from 'nabla-kernels/scanner.wasm';
import { bytes as simdGradient } from 'nabla-kernels/simd.gradient.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { createKernels, type WebAssemblyEngine } from '../core/kernels/createKernels';
import type { Steps } from '../core/steps';
import { evaluateSteps } from '../core/study';
import { readSteps } from '../core/text';
import { createScanner } from '../core/text/scanner/createScanner';

declare const WebAssembly: WebAssemblyEngine;

const widths = [2500, 2000, 2500];
const samples = Number(process.argv[2] ?? 1);

/** Numbers of three digits, a row at a time: the text is not what is measured. */
function rowsOf(rows: number, columns: number): string {
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const numbers = Array.from({ length: columns }, (_, column) => {
      const digits = ((row * 7919 + column * 104_729) % 999) - 499;
      return (digits / 20_000).toFixed(4);
    });
    lines.push(`[${numbers.join(',')}]`);
  }
  return `[${lines.join(',\n')}]`;
}

function textOf(): string {
  const layers = widths
    .slice(1)
    .map((fanOut, layer) => `{"weights":${rowsOf(fanOut, widths[layer])},"activation":"tanh"}`);
  const last = widths[widths.length - 1];
  const text = `{"layers":[${layers.join(',')}],"input":${rowsOf(samples, widths[0])},"target":${rowsOf(samples, last)}}`;
  // Flat, and made of bytes: the ropes that it was put together from are let go.
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** Resident, between all steps: each takes 10 ms at most. */
let peak = 0;
function run<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    peak = Math.max(peak, process.memoryUsage.rss());
    if (step.done) return step.value;
  }
}

/** In a frame of its own: that of the module would hold what was only needed to read. */
function readAll() {
  return run(readSteps(text, { scanner: createScanner(WebAssembly, scanner, new TextEncoder()) }));
}

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const kernels = createKernels(WebAssembly, [relaxed, simd], {
  builds: [relaxedGradient, simdGradient],
  threads: null,
});
const text = textOf();
collect();
const before = process.memoryUsage.rss();
const reading = readAll();
const peakOfReading = peak - before;
collect();
peak = 0;
const start = performance.now();
const study = run(evaluateSteps(reading, { kernels }));
const milliseconds = performance.now() - start;
if (study.kind !== 'network' || study.gradients === null) throw new Error('There are no gradients.');
const weights = study.network.layers.reduce((sum, layer) => sum + layer.weights.values.byteLength, 0);
console.log(JSON.stringify({ weights, text: text.length, peakOfReading, peak: peak - before, milliseconds }));
