import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** As `buildCommandLine.ts` has built it. */
export const commandLine = join(root, 'dist/cli.js');

/** Runs `nabla` and waits for its end. */
export function nabla(given: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [commandLine, ...given], {
    input,
    encoding: 'utf8',
    cwd: root,
  });
}
