// What the measurements of kernels run: on Node 24, whatever runs the bench, since relaxed SIMD takes Node 22.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { kernels } from '../../build/esbuild.mjs';
import { runNpm } from '../../build/npm.mjs';
import { root } from '../../build/run.mjs';
import { ensureVSCode } from '../../build/vscode/install.mjs';

const here = join(root, 'bench');

/** Installs the peers, where they are missing. */
export async function ensurePeers() {
  if (!existsSync(join(here, 'node_modules/onnxruntime-web')))
    await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here });
}

/**
 * A folder for bundles, for as long as `work` takes.
 * @template Result
 * @param {(folder: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} source Relative to the root.
 * @param {string} folder
 * @returns {Promise<string>} The bundle, with the modules of the kernels inside.
 */
export async function bundle(source, folder) {
  const outfile = join(folder, 'bundle.mjs');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [kernels],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * The object that a program prints as its last line.
 * @param {readonly string[]} parameters Of Node and of the program.
 * @returns {Promise<any>}
 */
export async function runNode24(...parameters) {
  const { node } = await ensureVSCode();
  const output = execFileSync(node, parameters, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}
