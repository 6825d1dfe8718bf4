// Runs another script of this repository, seen by the person as it goes.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param {readonly string[]} args A script and its arguments, run by this Node in the root.
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} Its exit code.
 */
export function runScript(args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export async function build() {
  if ((await runScript(['build/esbuild.mjs'])) !== 0)
    throw new Error('The build failed; the reason stands above.');
}
