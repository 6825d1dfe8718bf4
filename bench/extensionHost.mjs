// Runs host.ts in the real extension host and reads its figures.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build/run.mjs';
import { launchChromium } from '../build/vscode/browser.mjs';
import { serveVSCode } from '../build/vscode/serve.mjs';
import { workbenchUrl } from '../build/vscode/workbench.mjs';

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureExtensionHost() {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-bench-'));
  const workspace = join(folder, 'workspace');
  cpSync(join(root, 'examples'), workspace, { recursive: true });
  const outfile = join(folder, 'host.js');
  await esbuild.build({
    entryPoints: [join(root, 'bench/host.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const extension = copyWithoutEvents(join(folder, 'extension'));
  const served = await serveVSCode();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    /** @type {string[]} */
    const said = [];
    const figures = new Promise((resolve, reject) => {
      page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ _level, /** @type {unknown[]} */ args) => {
          const text = args.map(String).join(' ');
          said.push(text);
          const found = /nabla-bench (\[.*\])/.exec(text)?.[1];
          if (found !== undefined) resolve(JSON.parse(found));
        },
      );
      page.exposeFunction('codeAutomationExit', () =>
        reject(new Error(`The extension host ended without figures:\n${said.slice(-20).join('\n')}`)),
      );
    });
    await page.goto(workbenchUrl(served, { folder: workspace, extension, tests: outfile }));
    return /** @type {import('./figure.mjs').Figure[]} */ (await figures);
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The extension as it ships, but activated by nothing until it is asked to.
 * @param {string} folder
 */
function copyWithoutEvents(folder) {
  mkdirSync(folder);
  for (const name of ['dist', 'media', 'package.nls.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return folder;
}
