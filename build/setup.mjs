// The entry of `npm start`, `npm test` and their like: they work on a fresh clone, before node_modules exists.
// Therefore without any dependency. `node build/setup.mjs start|test|package|bench [arguments]`
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runNpm } from './npm.mjs';
import { createProgress } from './progress.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `This is Node ${process.versions.node}; Nabla is built with Node 20.19 or newer. Install a newer one from https://nodejs.org and run the same command again.`,
  );
}

async function checkModules() {
  // npm writes this file last, so that an interrupted installation is seen.
  const installed = join(root, 'node_modules/.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  const progress = createProgress('Dependencies');
  progress.step('npm ci');
  await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  progress.end('ready');
}

try {
  checkNode();
  await checkModules();
  const [command = 'start', ...rest] = process.argv.slice(2);
  const script = join(root, 'build', `${command}.mjs`);
  process.argv = [process.argv[0] ?? 'node', script, ...rest];
  await import(pathToFileURL(script).href);
} catch (error) {
  const stack = process.env.NABLA_DEBUG !== undefined && error instanceof Error ? `\n${error.stack}` : '';
  console.error(`\n${error instanceof Error ? error.message : error}${stack}`);
  process.exitCode = 1;
}
