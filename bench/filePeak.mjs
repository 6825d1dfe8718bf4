// The most memory that the command line takes for a large file of numbers, on Node 24.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { ensureVSCode } from '../build/vscode/install.mjs';
import { inFolder } from './peers/bundles.mjs';

const bytes = 100_000_000;
const columns = 20;
const rowsAtOnce = 1_000;

/** @type {readonly (readonly [name: string, number: () => string])[]} */
const cases = [
  ['short numbers', () => (Math.random() * 100 - 50).toFixed(2)],
  ['17-digit numbers', () => String(Math.random())],
];

/** Linux keeps the most that was resident since the program began; what is told elsewhere may be its parent's. */
const atExit = `process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = Number(/VmHWM:\\s*(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {}
  process.stderr.write('\\npeak ' + peak);
});`;

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureFilePeak() {
  const { node } = await ensureVSCode();
  return inFolder(async (folder) => {
    const preload = join(folder, 'atExit.cjs');
    writeFileSync(preload, atExit);
    return cases.flatMap(([name, number]) =>
      ['json', 'csv'].map((format) => {
        const file = join(folder, `numbers.${format}`);
        const { size, count } = writeNumbers(file, format, number);
        const program = join('dist', 'cli.js');
        const { status, stderr } = spawnSync(node, ['-r', preload, program, 'eval', file, '--as', 'matrix'], {
          cwd: root,
          encoding: 'utf8',
        });
        if (status !== 0) throw new Error(`nabla eval ${file} failed: ${stderr}`);
        const peak = Number(/peak (\d+)$/.exec(stderr)?.[1]) * 1024;
        return {
          name: `Command line: most memory for 100 MB of ${name}, ${format.toUpperCase()}`,
          value: peak / size,
          unit: '×',
          goal: 3,
          about: `${Math.round(peak / 1e6)} MB resident over the size of the file; ${(count / 1e6).toFixed(1)} million numbers, ${Math.round((8 * count) / 1e6)} MB of doubles`,
        };
      }),
    );
  });
}

/**
 * Row by row: the text is not to be in memory here.
 * @param {string} file @param {string} format @param {() => string} number
 */
function writeNumbers(file, format, number) {
  const isJson = format === 'json';
  const descriptor = openSync(file, 'w');
  let [size, count] = [0, 0];
  const write = (/** @type {string} */ text) => {
    size += writeSync(descriptor, text);
  };
  if (isJson) write('[');
  while (size < bytes) {
    const rows = Array.from({ length: rowsAtOnce }, () => Array.from({ length: columns }, number).join(','));
    count += rowsAtOnce * columns;
    write(size <= 1 ? '' : isJson ? ',\n' : '\n');
    write(rows.map((row) => (isJson ? `[${row}]` : row)).join(isJson ? ',\n' : '\n'));
  }
  if (isJson) write(']');
  closeSync(descriptor);
  return { size, count };
}
