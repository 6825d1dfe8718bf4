// Every measurement, or those that are named, as a table with its goals; what fell since the last results is said.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { root } from '../build/run.mjs';
import { measureCommandLine } from './commandLine.mjs';
import { measureDivergence } from './divergence.mjs';
import { measureExtensionHost } from './extensionHost.mjs';
import { measureFilePeak } from './filePeak.mjs';
import { measureGrowth } from './growth.mjs';
import { measureKernels } from './kernels.mjs';
import { measureMemory } from './memory.mjs';
import { measurePeers } from './peers/measure.mjs';
import { measureReading } from './reading.mjs';
import { fallen, keepResults, lastResults, tableOf } from './results.mjs';
import { measureWindow } from './window.mjs';

/** Of one measurement; on a quiet machine the longest takes four. */
const mostMinutes = 10;

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
  filePeak: measureFilePeak,
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
  /** @type {string[]} */
  const failed = [];
  const last = lastResults();
  for (const [measurement, measure] of Object.entries(measurements)) {
    if (only.length > 0 && !only.includes(measurement)) continue;
    // It takes minutes, and says nothing else before its end.
    console.error(`Measuring: ${measurement}`);
    const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
    try {
      const figures = await withinLimit(measure());
      for (const figure of figures) results.push({ ...figure, measurement, commit, date, load });
      keepResults(results, last, machine);
    } catch (error) {
      failed.push(`${measurement}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const behind = fallen(results, last);
  if (json)
    console.log(
      JSON.stringify({ machine, commit, date, figures: results, fallen: behind, failed }, undefined, 2),
    );
  else {
    console.log(`\n${tableOf(results, machine)}`);
    if (behind.length > 0) console.log(`\nFell since the last results:\n${behind.join('\n')}`);
    if (failed.length > 0) console.log(`\nNot measured:\n${failed.join('\n')}`);
  }
  const isMissed = results.some(({ value, goal }) => goal !== undefined && !(value <= goal));
  // What a measurement that failed has left running does not keep the others' results waiting.
  process.exit(isMissed || behind.length > 0 || failed.length > 0 ? 1 : 0);
}

/**
 * @template Result
 * @param {Promise<Result>} measurement
 * @returns {Promise<Result>} Rejects where it takes too long.
 */
async function withinLimit(measurement) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no figures after ${mostMinutes} minutes`)),
      mostMinutes * 60_000,
    );
  });
  try {
    return await Promise.race([measurement, /** @type {Promise<never>} */ (limit)]);
  } finally {
    clearTimeout(timer);
  }
}

/** @type {readonly string[]} */
export const measurementNames = Object.keys(measurements);
