// Runs the tests of the extension host in real VS Codes: `node test/editor/run.mjs [node] [web] [oldest] [--grep WORDS]`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from '../../build/tally.mjs';
import { launchChromium, launchPersistentChromium } from '../../build/vscode/browser.mjs';
import { serveVSCode } from '../../build/vscode/serve.mjs';
import { serveOldestWorkbench } from '../../build/vscode/serveWeb.mjs';
import { screenshot, workbenchUrl } from '../../build/vscode/workbench.mjs';
import { bundleTests } from './bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const mark = 'nabla-test ';
/** What a served VS Code always says: it has no native modules, no gallery and no network here. */
const noise =
  /spdlog|watchdog|open-vsx|additional builtin|Creating a socket|connection token|AgentHost|AccountPolicy/;
/** No event for so long, and the host is taken for dead. */
const patience = 90_000;

/**
 * Opens the workbench, prints what its tests say, and answers the figures.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {string} name
 * @param {number} files How many the bundle has.
 * @param {() => string} log
 */
async function follow(page, url, name, files, log) {
  /** @type {string[]} */
  const console_ = [];
  let passed = 0;
  let failed = 0;
  let total = -1;
  let ended = false;
  let heard = Date.now();
  /** @type {() => void} */
  let finish = () => {};
  const end = new Promise((resolve) => {
    finish = () => resolve(undefined);
  });
  /** @type {string[]} */
  const failures = [];
  const fail = (/** @type {string} */ title, /** @type {string} */ why) => {
    failed += 1;
    failures.push(`${name}: ${title}\n${why}`);
    console.log(`  ✗ ${title}\n${why.replace(/^/gm, '      ')}`);
  };
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _level, /** @type {unknown[]} */ args) => {
      const text = args
        .map((argument) => (typeof argument === 'string' ? argument : JSON.stringify(argument)))
        .join(' ');
      const start = text.indexOf(mark);
      if (start < 0) {
        if (!noise.test(text)) console_.push(text.slice(0, 2000));
        return;
      }
      heard = Date.now();
      const event = JSON.parse(text.slice(start + mark.length, text.lastIndexOf('}') + 1));
      if (event.event === 'start') {
        total = event.total;
        if (event.files !== files)
          fail('every test file runs', `${event.files} of ${files} files were loaded.`);
      }
      if (event.event === 'pass') {
        passed += 1;
        console.log(`  ✓ ${event.title} (${event.milliseconds} ms)`);
      }
      if (event.event === 'fail') fail(event.title, event.error);
      if (event.event === 'pending') fail(event.title, 'It is skipped; no test may be.');
      if (event.event === 'end') {
        ended = true;
        finish();
      }
    },
  );
  await page.exposeFunction('codeAutomationExit', () => finish());
  const watch = setInterval(() => {
    if (Date.now() - heard > patience) finish();
  }, 500);
  console.log(`\n${name}`);
  await page.goto(url);
  await end;
  clearInterval(watch);
  if (!ended || passed + failed === 0 || passed + failed < total) {
    const picture = join(root, 'test-results', `${name.replaceAll(/\W+/g, '-')}.png`);
    await screenshot(page, picture);
    const said = [...console_, log()]
      .join('\n')
      .replaceAll(/^\s+at .*\n?/gm, '')
      .slice(-3000);
    fail(
      `${name}: all tests run`,
      `${passed + failed} of ${total < 0 ? '?' : total} ran. ${picture}\n${said}`,
    );
  }
  return { passed, failed, failures };
}

/** @typedef {{ passed: number, failed: number, failures: string[] }} Figures */

/** @type {Readonly<Record<string, (grep: string) => Promise<Figures>>>} */
const hosts = {
  node: (grep) => inCurrent('node', 'Node host of VS Code 1.139', grep),
  web: (grep) => inCurrent('web', 'Web Worker host of VS Code 1.139', grep),
  oldest: inOldest,
};

/**
 * @param {'node' | 'web'} host
 * @param {string} name
 * @param {string} grep
 */
async function inCurrent(host, name, grep) {
  const { folder, files } = await bundleTests(host, { suffix: '.test.ts', grep });
  // Tests type into files: they get copies.
  const workspace = mkdtempSync(join(tmpdir(), 'nabla-workspace-'));
  cpSync(join(root, 'examples'), workspace, { recursive: true });
  const served = await serveVSCode();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const url = workbenchUrl(served, {
      folder: workspace,
      extension: root,
      host,
      tests: join(folder, 'index.js'),
    });
    return await follow(page, url, name, files.length, served.log);
  } finally {
    await browser.close();
    await served.stop();
    for (const path of [folder, workspace]) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} grep */
async function inOldest(grep) {
  const { folder, files } = await bundleTests('web', { suffix: '.smoke.test.ts', grep });
  const profile = mkdtempSync(join(tmpdir(), 'nabla-profile-'));
  const served = await serveOldestWorkbench({ extension: root, tests: folder });
  const context = await launchPersistentChromium(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    return await follow(page, served.origin, 'VS Code 1.91 in the browser', files.length, () => '');
  } finally {
    await context.close();
    await served.stop();
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(hosts);
let passed = 0;
let failed = 0;
/** @type {string[]} */
const failures = [];
for (const name of names) {
  const run = hosts[name];
  if (run === undefined) throw new Error(`No host “${name}”. There are: ${Object.keys(hosts).join(', ')}.`);
  const figures = await run(values.grep);
  passed += figures.passed;
  failed += figures.failed;
  failures.push(...figures.failures);
}
report('editor', { passed, failed, failures });
