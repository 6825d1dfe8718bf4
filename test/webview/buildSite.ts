// Builds the pages of the webview's tests, once before all of their files (mocha's global set-up).
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { cases, dataFolder, frenchCases, stateOf } from './record';

const root = join(import.meta.dirname, '../..');
export const builtSite = join(root, 'test-results/webview/site');

export async function mochaGlobalSetup(): Promise<void> {
  const recorded = Object.fromEntries(
    readdirSync(dataFolder).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(dataFolder, file), 'utf8')),
    ]),
  );
  for (const [name, one] of Object.entries(frenchCases)) recorded[name] = stateOf(one);
  const texts = Object.fromEntries(
    Object.entries({ ...cases, ...frenchCases }).map(([name, { text, as = 'auto' }]) => [name, { text, as }]),
  );
  await build({
    absWorkingDir: root,
    entryPoints: {
      panel: 'test/webview/pages/panel.ts',
      host: 'test/webview/pages/host.ts',
      webview: 'webview/main.tsx',
    },
    outdir: builtSite,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    define: { recorded: JSON.stringify(recorded), texts: JSON.stringify(texts) },
    logLevel: 'warning',
  });
}
