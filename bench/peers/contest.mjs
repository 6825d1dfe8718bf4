// Times gradients of Nabla and its peers in one run, in turns: `node contest.mjs NABLA PEAK`, with the bundles of nabla.ts
// and of assembly/peak.ts. Prints one object. What runs on one thread is timed by what its process takes of the
// processor, so that other processes do not count; two threads are timed by the clock.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from '../figure.mjs';
import { cases, forwardWork, problemOf } from './cases.mjs';
import * as libraries from './libraries.mjs';
import * as onnx from './onnx.mjs';
import * as plain from './plainJavaScript.mjs';
import { startPython } from './python.mjs';
import * as tensorflow from './tensorflow.mjs';

const [, , nablaBundle = '', peakModule = ''] = process.argv;
const nabla = await import(pathToFileURL(nablaBundle).href);

/** A turn is repeated until it takes about this long, so that the clock's grain does not count. */
const turnMilliseconds = 60;
const rounds = 9;
const longMilliseconds = 1000;
const shortRounds = 600;

/**
 * Of so many gradients, and one number of the last for comparison.
 * @typedef {{ wall: number, processor: number, check: number }} Turn
 * @typedef {(repeats: number) => Promise<Turn>} Contender
 */

/**
 * @param {() => ArrayLike<number> | Promise<ArrayLike<number>>} run
 * @param {() => Promise<unknown>} [begin]
 * @returns {Contender}
 */
const inThisProcess = (run, begin) => async (repeats) => {
  await begin?.();
  let last = run();
  const isAsynchronous = last instanceof Promise;
  if (isAsynchronous) await last;
  const start = performance.now();
  const used = process.cpuUsage();
  if (isAsynchronous) for (let i = 0; i < repeats; i++) last = await run();
  else for (let i = 0; i < repeats; i++) last = run();
  const { user, system } = process.cpuUsage(used);
  const wall = performance.now() - start;
  const [check = Number.NaN] = await last;
  return { wall, processor: (user + system) / 1000, check };
};

const python = await startPython(cases);
const float32 = new Set([
  'Nabla in float32',
  'PyTorch, float32',
  'onnxruntime-web, float32',
  'TensorFlow.js WebAssembly, float32',
  'TensorFlow.js CPU, float32',
]);
/** Multiply-adds of a forward pass up to which the slower peers have not lost their patience. */
const mostWork = {
  'ml-matrix': 3e7,
  mathjs: 1e5,
  'TensorFlow.js CPU, float32': 3e7,
  'TensorFlow.js WebAssembly, float32': 1e8,
};

/** @param {import('./cases.mjs').Case} one */
async function contendersOf(one) {
  const problem = problemOf(one);
  /** @type {Map<string, Contender>} */
  const contenders = new Map([['Nabla', inThisProcess(nabla.prepare(problem, 'one thread'))]]);
  if (forwardWork(one) > 1e6) {
    contenders.set('Nabla on two threads', inThisProcess(nabla.prepare(problem, 'two threads')));
    contenders.set('Nabla in float32', inThisProcess(nabla.prepare(problem, 'in float32')));
  }
  contenders.set('Nabla without FMA', inThisProcess(nabla.prepare(problem, 'without FMA')));
  contenders.set('plain JavaScript', inThisProcess(plain.prepare(problem)));
  contenders.set('onnxruntime-web, float32', inThisProcess(await onnx.prepare(problem)));
  const fits = (/** @type {keyof typeof mostWork} */ name) => forwardWork(one) <= mostWork[name];
  for (const [name, backend] of /** @type {const} */ ([
    ['TensorFlow.js WebAssembly, float32', 'wasm'],
    ['TensorFlow.js CPU, float32', 'cpu'],
  ])) {
    if (!fits(name)) continue;
    const run = await tensorflow.prepare(problem, backend);
    contenders.set(
      name,
      inThisProcess(run, () => tensorflow.use(backend)),
    );
  }
  if (fits('ml-matrix')) contenders.set('ml-matrix', inThisProcess(libraries.prepareMatrix(problem)));
  if (fits('mathjs')) contenders.set('mathjs', inThisProcess(libraries.prepareMathjs(problem)));
  if (python !== null) {
    for (const [name, library, threads] of /** @type {const} */ ([
      ['PyTorch', 'torch', 1],
      ['PyTorch on two threads', 'torch', 2],
      ['PyTorch, float32', 'torch32', 1],
      ['NumPy', 'numpy', 1],
    ])) {
      if ((threads > 1 || library === 'torch32') && forwardWork(one) <= 1e6) continue;
      contenders.set(name, (repeats) => python.ask([library, one.name, repeats, threads]));
    }
  }
  return contenders;
}

/** @param {import('./cases.mjs').Case} one */
async function measure(one) {
  const contenders = await contendersOf(one);
  const expected = (await contenders.get('Nabla')?.(1))?.check ?? Number.NaN;
  const repeats = new Map();
  for (const [name, run] of contenders) {
    const { check } = await run(1);
    // Until it has run for a turn: by then the engine has compiled it well.
    let [count, spent] = [0, 0];
    for (let more = 1; spent < turnMilliseconds; more *= 2) {
      spent = (await run(more)).wall;
      count = more;
    }
    repeats.set(name, Math.max(1, Math.round((count * turnMilliseconds) / spent)));
    const allowed = float32.has(name) ? 1e-3 : 1e-9;
    if (!(Math.abs(check - expected) <= allowed * Math.abs(expected)))
      throw new Error(`${name} has another gradient on ${one.name}: ${check}, not ${expected}.`);
  }
  /** @type {Map<string, { wall: number[], processor: number[] }>} */
  const times = new Map([...contenders.keys()].map((name) => [name, { wall: [], processor: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of contenders) {
      const { wall, processor } = times.get(name) ?? { wall: [], processor: [] };
      // What takes a second or more needs no nine turns.
      if ((wall[0] ?? 0) > longMilliseconds && round % 3 > 0) continue;
      const count = repeats.get(name);
      const turn = await run(count);
      wall.push(turn.wall / count);
      processor.push(turn.processor / count);
    }
  }
  const medians = [...times].map(([name, { wall, processor }]) => [
    name,
    { wall: median(wall), processor: median(processor) },
  ]);
  return { name: one.name, goals: one.goals, milliseconds: Object.fromEntries(medians) };
}

/**
 * Products against the limit of the processor in 128-bit registers: twelve sums that never leave them. Short turns of
 * both, one after the other: the best of many are those that no other program disturbed.
 */
async function measureRates() {
  const { instance } = await WebAssembly.instantiate(readFileSync(peakModule));
  const { multiplyAdds } =
    /** @type {{ multiplyAdds(count: number, factor: number, addend: number): number }} */ (instance.exports);
  const width = 256;
  const one = { name: 'products', widths: [width, width], samples: width, goals: {} };
  const products = nabla.prepare(problemOf(one), 'one thread', 'identity');
  const count = 100_000;
  const limit = () => multiplyAdds(count, 0.999, 1e-9);
  // Forward and for the weights, each a multiplication and an addition.
  const turns = [
    { run: products, work: 2 * 2 * width ** 3, rates: /** @type {number[]} */ ([]) },
    { run: limit, work: 12 * 2 * 2 * count, rates: /** @type {number[]} */ ([]) },
  ];
  // Until the better compiler has taken them over, which happens between two calls.
  for (let i = 0; i < 300; i++) {
    multiplyAdds(1000, 0.999, 1e-9);
    products();
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let round = 0; round < shortRounds; round++) {
    for (const { run, work, rates } of turns) {
      const start = performance.now();
      run();
      rates.push(work / (performance.now() - start) / 1e6);
    }
  }
  const [product, peak] = turns.map(({ rates }) => ({ best: Math.max(...rates), usual: median(rates) }));
  return { product, limit: peak };
}

const only = process.argv[4];
const results = [];
for (const one of cases)
  if (only === undefined || one.name.startsWith(only)) results.push(await measure(one));
console.log(
  JSON.stringify({
    node: process.versions.node,
    python: python?.names ?? null,
    cases: results,
    rates: await measureRates(),
  }),
);
python?.stop();
process.exit(0);
