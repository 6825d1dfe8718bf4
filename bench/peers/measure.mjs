// Gradients beside the peers, as ratios in one run: installs the peers, builds Nabla's part, runs the contest on Node 24.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { kernels } from '../../build/esbuild.mjs';
import { compileAssembly } from '../../build/kernels.mjs';
import { runNpm } from '../../build/npm.mjs';
import { root } from '../../build/run.mjs';
import { ensureVSCode } from '../../build/vscode/install.mjs';

const here = join(root, 'bench/peers');

/** @returns {Promise<import('../figure.mjs').Figure[]>} */
export async function measurePeers() {
  if (!existsSync(join(here, 'node_modules')))
    await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here });
  const { node } = await ensureVSCode();
  const folder = mkdtempSync(join(tmpdir(), 'nabla-peers-'));
  try {
    const [bundle, peak] = [join(folder, 'nabla.mjs'), join(folder, 'peak.wasm')];
    await esbuild.build({
      entryPoints: [join(here, 'nabla.ts')],
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      plugins: [kernels],
      logLevel: 'warning',
    });
    writeFileSync(peak, await compileAssembly('bench/peers/assembly/peak.ts', 'relaxed'));
    const output = execFileSync(node, [join(here, 'contest.mjs'), bundle, peak], { encoding: 'utf8' });
    const last = output.trim().split('\n').at(-1) ?? '';
    return figuresOf(JSON.parse(last));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {any} contest @returns {import('../figure.mjs').Figure[]} */
function figuresOf({ node, torch, cases, product }) {
  const figures = cases.flatMap((/** @type {any} */ { name, goals, milliseconds }) => {
    const own = milliseconds.Nabla;
    return Object.entries(milliseconds)
      .filter(([peer]) => peer !== 'Nabla')
      .map(([peer, theirs]) => ({
        name: `Gradient, ${name}: Nabla’s time over that of ${peer === 'PyTorch' ? `${torch}, one thread` : peer}`,
        value: own / Number(theirs),
        unit: '×',
        ...(goals[peer] === undefined ? {} : { goal: goals[peer] }),
        about: `${microseconds(own)} and ${microseconds(Number(theirs))}, float64 unless said, medians of turns, Node ${node}`,
      }));
  });
  return [
    ...figures,
    {
      name: 'Product of 512 × 512 matrices: the processor’s limit in 128-bit registers over the rate reached',
      value: product.peak / product.rate,
      unit: '×',
      goal: 1 / 0.8,
      about: `${product.rate.toFixed(1)} of ${product.peak.toFixed(1)} GFLOP/s, packing included, the best of three`,
    },
  ];
}

/** @param {number} milliseconds */
function microseconds(milliseconds) {
  const value = milliseconds * 1000;
  return `${value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString('en')} µs`;
}
