// Reading numbers beside JSON.parse, jsonc-parser and numpy.loadtxt, as ratios of the processor's time in one run.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { median } from './figure.mjs';
import { bundle, ensurePeers, inFolder, runNode24 } from './peers/bundles.mjs';

const bytes = 20_000_000;
const rounds = 5;
/** What the values, starts and ends of a number take; and what a window and rounding up to pages may. */
const bytesPerNumber = 16;

/** How much less time Nabla is to take than each peer. */
const cases = [
  {
    name: '17-digit numbers',
    number: () => String(Math.random()),
    goals: { 'JSON.parse': 1 / 1.2, 'numpy.loadtxt': 1 / 8 },
  },
  {
    name: 'short numbers',
    number: () => (Math.random() * 100 - 50).toFixed(2),
    goals: { 'JSON.parse': 1 / 1.2, 'numpy.loadtxt': 1 / 3 },
  },
];

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureReading() {
  await ensurePeers();
  return inFolder(async (folder) => {
    const program = await bundle('bench/peers/readFile.ts', folder);
    /** @type {import('./figure.mjs').Figure[]} */
    const figures = [];
    for (const one of cases) figures.push(...(await measureCase(one, folder, program)));
    return figures;
  });
}

/**
 * @param {(typeof cases)[number]} one
 * @param {string} folder
 * @param {string} program
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
async function measureCase({ name, number, goals }, folder, program) {
  const rows = rowsOf(number);
  const [json, csv] = [join(folder, 'numbers.json'), join(folder, 'numbers.csv')];
  writeFileSync(json, `[${rows.map((row) => `[${row}]`).join(',\n')}]`);
  writeFileSync(csv, rows.join('\n'));
  // NumPy has a process of its own: half of its rounds come before, half after, lest the machine be slower for one.
  const before = runLoadtxt(csv, Math.floor(rounds / 2));
  const own = await runNode24('--expose-gc', program, json, String(rounds));
  const after = runLoadtxt(csv, Math.ceil(rounds / 2));
  const { Nabla, ...peers } = own.milliseconds;
  if (before !== null && after !== null) peers[after.name] = [...before.milliseconds, ...after.milliseconds];
  const speed = (/** @type {readonly number[]} */ times) =>
    `${(bytes / 1000 / median(times)).toFixed(0)} MB/s`;
  const ratios = Object.entries(peers).map(([peer, times]) => {
    const goal = Object.entries(goals).find(([start]) => peer.startsWith(start))?.[1];
    return {
      name: `Reading ${name}: Nabla’s time over that of ${peer}`,
      // In turns, so that what slows one round down slows both.
      value: median(
        Nabla.map((/** @type {number} */ time, /** @type {number} */ round) => time / times[round]),
      ),
      unit: '×',
      ...(goal === undefined ? {} : { goal }),
      about: `${speed(Nabla)} and ${speed(times)}, median of ${rounds} rounds over ${bytes / 1e6} MB, the processor’s time`,
    };
  });
  return [
    ...ratios,
    {
      name: `Reading ${name}: most memory beyond the text`,
      value: own.bytesPerNumber,
      unit: 'bytes a number',
      goal: bytesPerNumber,
      about: `resident, at the end of each window, ${own.numbers} numbers`,
    },
  ];
}

/** Rows of a thousand numbers. @param {() => string} number */
function rowsOf(number) {
  const rows = [];
  for (let size = 0; size < bytes; ) {
    const row = Array.from({ length: 1000 }, number).join(',');
    rows.push(row);
    size += row.length + 4;
  }
  return rows;
}

/**
 * Null where NumPy is not installed.
 * @param {string} file
 * @param {number} times
 */
function runLoadtxt(file, times) {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  try {
    const output = execFileSync(python, [join(root, 'bench/peers/loadtxt.py'), file, String(times)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output);
  } catch {
    return null;
  }
}
