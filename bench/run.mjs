// Every measurement, or those that are named, as a table with its goals; what fell since the last results is said.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { root } from '../build/run.mjs';
import { measureCommandLine } from './commandLine.mjs';
import { measureDivergence } from './divergence.mjs';
import { measureExtensionHost } from './extensionHost.mjs';
import { measureGrowth } from './growth.mjs';
import { measureKernels } from './kernels.mjs';
import { measureMemory } from './memory.mjs';
import { measurePeers } from './peers/measure.mjs';
import { measureReading } from './reading.mjs';
import { fallen, keepResults, lastResults, tableOf } from './results.mjs';
import { measureWindow } from './window.mjs';

const measurements = {
  window: measureWindow,
  extensionHost: measureExtensionHost,
  commandLine: measureCommandLine,
  reading: measureReading,
  divergence: measureDivergence,
  kernels: measureKernels,
  gradients: measurePeers,
  growth: measureGrowth,
  memory: measureMemory,
};

/** @param {{ json: boolean, only: readonly string[] }} options `only`: names of measurements; none is all of them. */
export async function runBench({ json, only }) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const commit = `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' and changes'}`;
  const date = new Date().toISOString().slice(0, 10);
  /** @type {import('./results.mjs').Result[]} */
  const results = [];
  for (const [measurement, measure] of Object.entries(measurements)) {
    if (only.length > 0 && !only.includes(measurement)) continue;
    const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
    for (const figure of await measure()) results.push({ ...figure, measurement, commit, date, load });
  }
  const last = lastResults();
  const behind = fallen(results, last);
  keepResults(results, last, machine);
  if (json)
    console.log(JSON.stringify({ machine, commit, date, figures: results, fallen: behind }, undefined, 2));
  else {
    console.log(`\n${tableOf(results, machine)}`);
    if (behind.length > 0) console.log(`\nFell since the last results:\n${behind.join('\n')}`);
  }
  const isMissed = results.some(({ value, goal }) => goal !== undefined && !(value <= goal));
  if (isMissed || behind.length > 0) process.exitCode = 1;
}

/** @type {readonly string[]} */
export const measurementNames = Object.keys(measurements);
