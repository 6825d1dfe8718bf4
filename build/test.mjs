// `npm test`: builds, checks, and runs every height; in the end one line with the sum. `npm run test:unit` and its
// like run one height: `node build/setup.mjs test unit [arguments for its runner]`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './run.mjs';
import { ensureChromium } from './vscode/browser.mjs';
import { ensureVSCode } from './vscode/install.mjs';

/** @param {string} height */
const counted = (height) => ['--reporter=build/mochaReporter.mjs', `--reporter-options=height=${height}`];

/** @param {string} height @param {string[]} files */
const mocha = (height, ...files) => [
  'node_modules/mocha/bin/mocha.js',
  ...['--no-config', '--import=tsx', '--timeout=120000', '--forbid-only', '--forbid-pending'],
  ...counted(height),
  ...files,
];

const prepared = ['--require=test/unit/cli/buildCommandLine.ts', '--require=test/unit/seed.ts'];

/** @type {Readonly<Record<string, readonly string[]>>} */
const heights = {
  unit: [
    ...mocha('unit', 'test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'),
    ...prepared,
    '--parallel',
    '--jobs=2',
  ],
  webview: ['test/webview/run.mjs', ...counted('webview')],
  editor: ['test/editor/run.mjs'],
  // A window that is driven from outside may lose a key or a click on a busy machine: once more, and it is said.
  e2e: [...mocha('e2e', 'test/e2e/**/*.test.ts'), '--retries=1'],
  package: mocha('package', 'test/package/**/*.test.ts'),
};

const steps = {
  build: ['build/esbuild.mjs'],
  check: ['node_modules/typescript/bin/tsc', '-b'],
  lint: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'],
};

const [only, ...rest] = process.argv.slice(2);
// First, so that what is missing on this machine is said, or installed, before minutes have passed.
if (only !== 'unit') {
  await ensureVSCode();
  await ensureChromium();
}
if (only !== undefined) {
  const runner = heights[only];
  if (runner === undefined)
    throw new Error(`No tests are called “${only}”. There are: ${Object.keys(heights).join(', ')}.`);
  const built = only === 'unit' || (await runScript(steps.build)) === 0;
  process.exitCode = built ? await runScript([...runner, ...rest]) : 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-tally-'));
  const tally = join(folder, 'tally.jsonl');
  const began = Date.now();
  /** @type {string[]} */
  const broken = [];
  for (const [name, args] of Object.entries(steps)) {
    console.log(`\n== ${name}`);
    if ((await runScript(args)) !== 0) broken.push(name);
  }
  for (const [name, args] of Object.entries(heights)) {
    console.log(`\n== test:${name}`);
    const code = await runScript(args, { env: { ...process.env, NABLA_TALLY: tally } });
    if (code !== 0) broken.push(`test:${name}`);
  }
  const figures = existsSync(tally)
    ? readFileSync(tally, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  rmSync(folder, { recursive: true });
  console.log('\n== summary');
  for (const { height, passed, failed, failures } of figures) {
    console.log(`${height}: ${passed} passed, ${failed} failed`);
    for (const failure of failures) console.log(`  ✗ ${failure.slice(0, 2000).replaceAll('\n', '\n      ')}`);
  }
  // A height that broke before it could count, or had nothing to run, counts as a failure of its own.
  const silent = Object.keys(heights).filter(
    (name) => !figures.some(({ height, passed, failed }) => height === name && passed + failed > 0),
  );
  const uncounted = broken.filter((name) => !name.startsWith('test:')).length + silent.length;
  for (const name of silent) console.log(`${name}: no test ran`);
  if (broken.length > 0) console.log(`failed: ${broken.join(', ')}`);
  const passed = figures.reduce((sum, figure) => sum + figure.passed, 0);
  const failed = figures.reduce((sum, figure) => sum + figure.failed, 0) + uncounted;
  console.log(`${Math.round((Date.now() - began) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || broken.length > 0 || passed === 0) process.exitCode = 1;
}
