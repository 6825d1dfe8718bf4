// Every measurement, as a table with its goals, kept in results.md with the machine and the commit.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { measureCommandLine } from './commandLine.mjs';
import { measureExtensionHost } from './extensionHost.mjs';
import { measureGrowth } from './growth.mjs';
import { measureMemory } from './memory.mjs';
import { measurePeers } from './peers/measure.mjs';
import { measureReading } from './reading.mjs';
import { measureWindow } from './window.mjs';

const measurements = [
  measureWindow,
  measureExtensionHost,
  measureCommandLine,
  measureReading,
  measurePeers,
  measureGrowth,
  measureMemory,
];

/** @param {{ json: boolean }} options */
export async function runBench({ json }) {
  /** @type {import('./figure.mjs').Figure[]} */
  const figures = [];
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} at the start`;
  for (const measure of measurements) figures.push(...(await measure()));
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const commit = `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' and changes'}`;
  const date = new Date().toISOString().slice(0, 10);
  if (json) console.log(JSON.stringify({ machine, commit, date, figures }, undefined, 2));
  const table = [
    '# Measurements',
    '',
    `${machine} · commit ${commit} · ${date} · made by \`npm run bench\``,
    '',
    '| | measured | goal, at most | how |',
    '| --- | ---: | ---: | --- |',
    ...figures.map(({ name, value, unit, goal, about = '' }) => {
      const missed = goal !== undefined && value > goal ? ' **missed**' : '';
      return `| ${name} | ${shown(value)} ${unit}${missed} | ${goal === undefined ? '' : `${shown(goal)} ${unit}`} | ${about} |`;
    }),
    '',
  ].join('\n');
  writeFileSync(join(root, 'bench/results.md'), table);
  if (!json) console.log(`\n${table}`);
  if (figures.some(({ value, goal }) => goal !== undefined && !(value <= goal))) process.exitCode = 1;
}

/** Ratios are often small; times are not. @param {number} value */
function shown(value) {
  return value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 1);
}
