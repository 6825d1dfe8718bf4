// Bundles the tests of the extension host. The list of files is made here, from the folder: the Web Worker host
// has no file system to look into.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { kernels } from '../../build/esbuild.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const mocha = readFileSync(createRequire(import.meta.url).resolve('mocha/mocha.js'), 'utf8');

/**
 * @param {'node' | 'web'} host
 * @param {{ suffix: string, grep: string }} options Which files, and which tests of them.
 * @returns {Promise<{ folder: string, files: readonly string[] }>} The folder has `index.js`.
 */
export async function bundleTests(host, { suffix, grep }) {
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  if (files.length === 0) throw new Error(`No file test/editor/**/*${suffix}.`);
  const folder = mkdtempSync(join(tmpdir(), 'nabla-editor-tests-'));
  await esbuild.build({
    stdin: {
      contents: `import { runTests } from './index';
export const run = () => runTests([
${files.map((file) => `  () => require(${JSON.stringify(`./${file}`)}),`).join('\n')}
], ${JSON.stringify(grep)});`,
      resolveDir: here,
      loader: 'ts',
    },
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    plugins: [kernels],
    // Its package says that this file is a module of ECMAScript, and it is none: seen in a bundle it would
    // take our exports for its own. Without any in sight it puts itself on the global scope.
    banner: { js: `(function (module, exports, define) {${mocha}\n}).call(globalThis);` },
    sourcemap: 'inline',
    logLevel: 'warning',
    ...(host === 'node'
      ? { platform: 'node', target: 'node20' }
      : {
          platform: 'browser',
          target: 'es2022',
          alias: { 'node:assert/strict': join(here, 'strictAssert.mjs') },
          define: { 'process.env.NODE_DEBUG': 'undefined', global: 'globalThis' },
        }),
  });
  return { folder, files };
}
