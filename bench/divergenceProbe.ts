/**
 * One process on Node 24: KL and entropy of independent random P and Q beside Math.log and SciPy, in turns, by the
 * processor's time. Prints one object.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { measureArraysSteps } from '../core/divergence/measureArrays';
import { createKernels, type WebAssemblyEngine } from '../core/kernels/createKernels';
import { createRandom } from '../core/numeric/random';
import { finish } from '../core/steps';
import { median } from './figure.mjs';

declare const WebAssembly: WebAssemblyEngine;

const [, , folder = '', script = ''] = process.argv;
const kernels = createKernels(WebAssembly, [relaxed, simd]);

const sizes = [
  { outcomes: 10_000, repeats: 1000, rounds: 7 },
  { outcomes: 1_000_000, repeats: 10, rounds: 7 },
  { outcomes: 100_000_000, repeats: 1, rounds: 5 },
];

type Task = 'kl' | 'entropy';

/** Uniform numbers divided by their sum. */
function randomProbabilities(length: number, seed: number): Float64Array {
  const { uniform } = createRandom(seed);
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = uniform();
  const sum = finish(kernels.sum(values));
  for (let i = 0; i < length; i++) values[i] /= sum;
  return values;
}

/** In pieces: one write takes 2 GB at most. */
function store(path: string, values: Float64Array): void {
  const file = openSync(path, 'w');
  for (let first = 0; first < values.length; first += 1 << 24) {
    const part = values.subarray(first, first + (1 << 24));
    writeSync(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  closeSync(file);
}

function nabla(task: Task, p: Float64Array, q: Float64Array): number {
  if (task === 'entropy') return finish(kernels.crossEntropy(p, p));
  const { brackets, difference } = finish(kernels.relativeEntropy(p, q));
  return brackets + difference;
}

function plain(task: Task, p: Float64Array, q: Float64Array): number {
  let sum = 0;
  if (task === 'kl') for (let i = 0; i < p.length; i++) sum += p[i] * Math.log(p[i] / q[i]);
  else for (let i = 0; i < p.length; i++) sum -= p[i] * Math.log(p[i]);
  return sum;
}

/** Seconds of the processor, and the value. */
function timed(work: () => number, repeats: number): readonly [number, number] {
  let value = Number.NaN;
  const before = process.cpuUsage();
  for (let i = 0; i < repeats; i++) value = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, value];
}

/** SciPy in a process of its own, which is asked a line and answers a line; null where it is not installed. */
async function startSciPy() {
  const program = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  const child = spawn(program, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? null : JSON.parse(value);
  };
  const hello = await next();
  if (hello === null) return null;
  return {
    name: String(hello.name),
    ask: (task: Task | 'exact', of: string, repeats: number): Promise<number[]> => {
      child.stdin.write(`${JSON.stringify([task, of, repeats])}\n`);
      return next();
    },
    stop: () => child.kill(),
  };
}

/** Relative, of KL or entropy; no number where nobody knows better. */
function errorOf(task: Task, value: number, exact: readonly number[] | null): number {
  const [high, low] = exact === null ? [Number.NaN, 0] : exact.slice(task === 'kl' ? 0 : 2);
  return Math.abs((value - high - low) / high);
}

const scipy = await startSciPy();
const results = [];
let arrays = null;
for (const { outcomes, repeats, rounds } of sizes) {
  const [p, q] = [randomProbabilities(outcomes, 1), randomProbabilities(outcomes, 2)];
  const of = join(folder, String(outcomes));
  mkdirSync(of);
  store(join(of, 'p.bin'), p);
  store(join(of, 'q.bin'), q);
  const exact = scipy === null ? null : await scipy.ask('exact', of, 1);
  for (const task of ['kl', 'entropy'] as const) {
    const contenders = new Map<string, () => Promise<readonly number[]>>([
      ['Nabla', async () => timed(() => nabla(task, p, q), repeats)],
      ['Math.log', async () => timed(() => plain(task, p, q), repeats)],
    ]);
    if (scipy !== null) contenders.set(scipy.name, () => scipy.ask(task, of, repeats));
    const seconds = new Map<string, number[]>();
    const values = new Map<string, number>();
    // The first round is for the engines to compile what is hot.
    for (let round = 0; round <= rounds; round++) {
      for (const [name, run] of contenders) {
        const [took, value] = await run();
        if (round > 0) seconds.set(name, [...(seconds.get(name) ?? []), took]);
        values.set(name, value);
      }
    }
    results.push({
      task,
      outcomes,
      nanoseconds: Object.fromEntries(
        [...seconds].map(([name, all]) => [name, (median(all) / repeats / outcomes) * 1e9]),
      ),
      errors: Object.fromEntries([...values].map(([name, value]) => [name, errorOf(task, value, exact)])),
    });
  }
  // Once, for the largest: as a caller who has two arrays takes them.
  if (repeats === 1) {
    const before = process.memoryUsage.rss();
    let most = 0;
    let klPQ = Number.NaN;
    const [took] = timed(() => {
      const steps = measureArraysSteps(p, q, kernels);
      let step = steps.next();
      for (let count = 0; !step.done; count++, step = steps.next()) {
        if (count % 1024 === 0) most = Math.max(most, process.memoryUsage.rss() - before);
      }
      klPQ = step.value.measures.klPQ ?? Number.NaN;
      return klPQ;
    }, 1);
    arrays = {
      outcomes,
      nanoseconds: (took / outcomes) * 1e9,
      error: errorOf('kl', klPQ, exact),
      megabytes: most / 1e6,
    };
  }
}
console.log(JSON.stringify({ node: process.versions.node, scipy: scipy?.name ?? null, results, arrays }));
scipy?.stop();
process.exit(0);
