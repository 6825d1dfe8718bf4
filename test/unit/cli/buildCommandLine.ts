// Builds the command line, once before all tests (mocha's global set-up): they run what ships and never an older one,
// and no file of tests that runs beside another one rewrites the bundle while that one starts it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

export function mochaGlobalSetup(): void {
  const { status, stderr } = spawnSync(process.execPath, ['build/esbuild.mjs', 'server.node', 'words.fr'], {
    cwd: root,
  });
  if (status !== 0) throw new Error(String(stderr));
}
