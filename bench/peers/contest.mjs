// Times gradients of Nabla and its peers in one process and one run, in turns: `node contest.mjs NABLA PEAK`, with the
// bundles of nabla.ts and of assembly/peak.ts. Prints one object.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { median } from '../figure.mjs';
import { cases, problemOf } from './cases.mjs';
import * as plain from './plainJavaScript.mjs';
import * as tensorflow from './tensorflow.mjs';

const [, , nablaBundle = '', peakModule = ''] = process.argv;
const nabla = await import(pathToFileURL(nablaBundle).href);

/** A turn is repeated until it takes about this long, so that the clock's grain does not count. */
const turnMilliseconds = 60;
const rounds = 9;
const longMilliseconds = 1000;

/**
 * Milliseconds of so many gradients, and one number of the last for comparison.
 * @typedef {(repeats: number) => Promise<{ milliseconds: number, check: number }>} Contender
 */

/** @param {() => ArrayLike<number>} run @returns {Contender} */
const inThisProcess = (run) => async (repeats) => {
  let last = run();
  const start = performance.now();
  for (let i = 0; i < repeats; i++) last = run();
  return { milliseconds: performance.now() - start, check: last[0] ?? Number.NaN };
};

/** PyTorch in a process of its own, which is asked a line and answers a line; null where it is not installed. */
async function startTorch() {
  const program = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  const child = spawn(program, [new URL('gradients.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (/** @type {unknown} */ line) => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
    const { value, done } = await lines.next();
    return done ? null : JSON.parse(value);
  };
  const hello = await ask(Object.fromEntries(cases.map((one) => [one.name, one])));
  if (hello === null) return null;
  return { name: String(hello.name), ask, stop: () => child.kill() };
}

const torch = await startTorch();

/** @param {import('./cases.mjs').Case} one */
async function measure(one) {
  const problem = problemOf(one);
  /** @type {Map<string, Contender>} */
  const contenders = new Map([
    ['Nabla', inThisProcess(nabla.prepare(problem))],
    ['plain JavaScript', inThisProcess(plain.prepare(problem))],
    ['TensorFlow.js WebAssembly, float32', inThisProcess(tensorflow.prepare(problem))],
  ]);
  if (torch !== null) {
    contenders.set('PyTorch', async (repeats) => {
      const { seconds, check } = await torch.ask([one.name, repeats]);
      return { milliseconds: seconds * 1000, check };
    });
  }
  const repeats = new Map();
  for (const [name, run] of contenders) {
    const check = (await run(1)).check;
    // Until it has run for a turn: by then the engine has compiled it well.
    let [count, spent] = [0, 0];
    for (let more = 1; spent < turnMilliseconds; more *= 2) {
      spent = (await run(more)).milliseconds;
      count = more;
    }
    repeats.set(name, Math.max(1, Math.round((count * turnMilliseconds) / spent)));
    const expected = (await contenders.get('Nabla')?.(1))?.check ?? Number.NaN;
    const allowed = name.includes('float32') ? 1e-3 : 1e-9;
    if (!(Math.abs(check - expected) <= allowed * Math.abs(expected)))
      throw new Error(`${name} has another gradient on ${one.name}: ${check}, not ${expected}.`);
  }
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of contenders) {
      const count = repeats.get(name);
      // What takes a second or more needs no nine turns.
      if ((times.get(name)?.[0] ?? 0) > longMilliseconds && round % 3 > 0) continue;
      times.set(name, [...(times.get(name) ?? []), (await run(count)).milliseconds / count]);
    }
  }
  const medians = Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
  return { name: one.name, goals: one.goals, milliseconds: medians };
}

/** GFLOP/s of twelve sums that never leave their registers. */
async function peakRate() {
  const { instance } = await WebAssembly.instantiate(readFileSync(peakModule));
  const { multiplyAdds } = /** @type {{ multiplyAdds(count: number): number }} */ (instance.exports);
  const count = 20_000_000;
  // Until the better compiler has taken it over, which happens between two calls.
  for (let i = 0; i < 2000; i++) multiplyAdds(1000);
  const rates = [1, 2, 3].map(() => {
    const start = performance.now();
    multiplyAdds(count);
    return (count * 12 * 2 * 2) / ((performance.now() - start) * 1e6);
  });
  return Math.max(...rates);
}

const results = [];
for (const one of cases) results.push(await measure(one));
nabla.productRate(512, 4);
const rates = [1, 2, 3].map(() => nabla.productRate(512, 8));
const product = Math.max(...rates);
console.log(
  JSON.stringify({
    node: process.versions.node,
    torch: torch?.name ?? null,
    cases: results,
    product: { rate: product, peak: await peakRate() },
  }),
);
torch?.stop();
process.exit(0);
