import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Builds `dist/cli.js`, so that the tests run what ships and never an older one. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['build/esbuild.mjs', 'server.node', 'words.fr'], {
    cwd: root,
  });
  if (status !== 0) throw new Error(String(stderr));
}

/** Runs `nabla` and waits for its end. */
export function nabla(given: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...given], {
    input,
    encoding: 'utf8',
    cwd: root,
  });
}

export const commandLine = join(root, 'dist/cli.js');
