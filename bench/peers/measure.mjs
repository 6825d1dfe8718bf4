// Gradients beside the peers, as ratios in one run: installs the peers, builds Nabla's part, runs the contest.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssembly } from '../../build/kernels.mjs';
import { root } from '../../build/run.mjs';
import { bundle, ensurePeers, inFolder, runNode24 } from './bundles.mjs';

/** @returns {Promise<import('../figure.mjs').Figure[]>} */
export async function measurePeers() {
  await ensurePeers();
  return inFolder(async (folder) => {
    const peak = join(folder, 'peak.wasm');
    writeFileSync(peak, await compileAssembly('bench/peers/assembly/peak.ts', 'relaxed'));
    const nabla = await bundle('bench/peers/nabla.ts', folder);
    return figuresOf(await runNode24(join(root, 'bench/peers/contest.mjs'), nabla, peak));
  });
}

/** @param {any} contest @returns {import('../figure.mjs').Figure[]} */
function figuresOf({ node, python, cases, rates }) {
  const label = (/** @type {string} */ peer) =>
    peer.replace('PyTorch', python?.torch ?? '').replace('NumPy', python?.numpy ?? '');
  const figures = cases.flatMap((/** @type {any} */ { name, goals, milliseconds }) => {
    const own = milliseconds.Nabla.processor;
    const single = Object.entries(milliseconds).filter(
      ([peer]) => !/^Nabla|two threads|PyTorch, float32/.test(peer),
    );
    /** @type {import('../figure.mjs').Figure[]} */
    const ratios = single.map(([peer, { processor }]) => ({
      name: `Gradient, ${name}: Nabla’s time over that of ${label(peer)}`,
      value: own / processor,
      unit: '×',
      ...(goals[peer] === undefined ? {} : { goal: goals[peer] }),
      about: `one thread each, ${microseconds(own)} and ${microseconds(processor)} of the processor`,
    }));
    const threads = milliseconds['Nabla on two threads']?.wall;
    const torch = [milliseconds.PyTorch, milliseconds['PyTorch on two threads']].flatMap(
      (one) => one?.wall ?? [],
    );
    if (threads !== undefined) {
      ratios.push({
        name: `Gradient, ${name}: two threads over one`,
        value: threads / milliseconds.Nabla.wall,
        unit: '×',
        about: `${microseconds(threads)} by the clock`,
      });
      if (torch.length > 0) {
        ratios.push({
          name: `Gradient, ${name}: Nabla on two threads over the better of ${label('PyTorch')} on one and two`,
          value: threads / Math.min(...torch),
          unit: '×',
          goal: 1,
          about: `${microseconds(threads)} and ${microseconds(Math.min(...torch))} by the clock`,
        });
      }
    }
    const inSingle = milliseconds['Nabla in float32'];
    for (const peer of ['onnxruntime-web, float32', 'PyTorch, float32']) {
      if (inSingle === undefined || milliseconds[peer] === undefined) continue;
      ratios.push({
        name: `Gradient in float32, ${name}: Nabla’s time over that of ${label(peer)}`,
        value: inSingle.processor / milliseconds[peer].processor,
        unit: '×',
        ...(peer.startsWith('onnx') ? { goal: 1 } : {}),
        about: `one thread each, ${microseconds(inSingle.processor)} and ${microseconds(milliseconds[peer].processor)} of the processor, both in float32`,
      });
    }
    ratios.push({
      name: `Gradient, ${name}: the build without FMA over the one with it`,
      value: milliseconds['Nabla without FMA'].processor / own,
      unit: '×',
    });
    return ratios;
  });
  return [
    ...figures.map((/** @type {import('../figure.mjs').Figure} */ figure) => ({
      ...figure,
      about: [figure.about, `float64 unless said, medians of turns, Node ${node}`].filter(Boolean).join('; '),
    })),
    {
      name: 'Products of 256 × 256 matrices, forward and back: the processor’s limit in 128-bit registers over the rate',
      value: rates.limit.best / rates.product.best,
      unit: '×',
      goal: 1 / 0.8,
      about: `${rates.product.best.toFixed(1)} of ${rates.limit.best.toFixed(1)} GFLOP/s, packing included, each the best of many turns of a millisecond or two, one after the other; medians ${rates.product.usual.toFixed(1)} and ${rates.limit.usual.toFixed(1)}`,
    },
  ];
}

/** @param {number} milliseconds */
function microseconds(milliseconds) {
  const value = milliseconds * 1000;
  return `${value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString('en')} µs`;
}
