// Reading numbers beside JSON.parse, as ratios in one run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build/run.mjs';
import { median } from './figure.mjs';

const bytes = 100_000_000;
const repetitions = 5;

/** @type {readonly { name: string; goal: number; number: () => string }[]} */
const cases = [
  { name: '17-digit numbers', goal: 1 / 0.15, number: () => String(Math.random()) },
  { name: 'short numbers', goal: 1 / 0.6, number: () => (Math.random() * 100 - 50).toFixed(2) },
];

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureReading() {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-reading-'));
  try {
    const bundle = join(folder, 'reading.cjs');
    await esbuild.build({
      entryPoints: [join(root, 'bench/readFile.ts')],
      outfile: bundle,
      bundle: true,
      minify: true,
      format: 'cjs',
      platform: 'node',
      logLevel: 'warning',
    });
    return cases.flatMap(({ name, goal, number }) => {
      const file = join(folder, 'numbers.json');
      const size = writeNumbers(file, number);
      const runs = Array.from({ length: repetitions }, () =>
        JSON.parse(execFileSync(process.execPath, [bundle, file], { encoding: 'utf8' })),
      );
      const ratio = median(runs.map(({ read, parse }) => read / parse));
      const memory = median(runs.map(({ growth }) => growth / size));
      const about = `${(size / 1e6).toFixed(0)} MB of JSON, median of ${repetitions} processes`;
      return [
        { name: `Reading ${name}: time over that of JSON.parse`, value: ratio, unit: '×', goal, about },
        {
          name: `Reading ${name}: memory over the size of the file`,
          value: memory,
          unit: '×',
          goal: 3,
          about,
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows of a thousand numbers. @param {string} file @param {() => string} number */
function writeNumbers(file, number) {
  const rows = [];
  let size = 2;
  while (size < bytes) {
    const row = `[${Array.from({ length: 1000 }, number).join(',')}]`;
    rows.push(row);
    size += row.length + 2;
  }
  writeFileSync(file, `[${rows.join(',\n')}]`);
  return size;
}
