// The last results, which are kept for people in results.md and for the next run in results.json: a run of some
// measurements replaces theirs and leaves the others, each with the commit and the load that it was measured at.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { reasonFor } from './reasons.mjs';

/**
 * A figure with what it was measured at.
 * @typedef {import('./figure.mjs').Figure & { measurement: string, commit: string, date: string, load: string }} Result
 */

const file = join(root, 'bench/results.json');

/** Ratios vary from run to run; what grows by more than this has fallen behind. */
const noise = 1.15;

/** @returns {readonly Result[]} */
export function lastResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/**
 * Ratios that fell: every figure is the better the smaller it is.
 * @param {readonly Result[]} results @param {readonly Result[]} last
 * @returns {readonly string[]} A sentence each.
 */
export function fallen(results, last) {
  return results.flatMap(({ name, value, unit }) => {
    const before = last.find((one) => one.name === name);
    if (before === undefined || unit !== '×' || value <= before.value * noise) return [];
    return [`${name}: ${shown(value)} ×, it was ${shown(before.value)} × at ${before.commit}.`];
  });
}

/** @param {readonly Result[]} results @param {readonly Result[]} last @param {string} machine */
export function keepResults(results, last, machine) {
  const measured = new Set(results.map(({ measurement }) => measurement));
  const all = [...last.filter(({ measurement }) => !measured.has(measurement)), ...results];
  writeFileSync(file, `${JSON.stringify(all, undefined, 1)}\n`);
  writeFileSync(join(root, 'bench/results.md'), `${tableOf(all, machine)}\n`);
}

/** @param {readonly Result[]} results @param {string} machine */
export function tableOf(results, machine) {
  return [
    '# Measurements',
    '',
    `${machine} · made by \`npm run bench\``,
    '',
    '| | measured | goal, at most | how | at |',
    '| --- | ---: | ---: | --- | --- |',
    ...results.map(({ name, value, unit, goal, about = '', commit, date, load }) => {
      const isMissed = goal !== undefined && !(value <= goal);
      const wanted = goal === undefined ? '' : `${shown(goal)} ${unit}`;
      const how = isMissed ? [about, `**missed**: ${reasonFor(name)}`] : [about];
      return `| ${name} | ${shown(value)} ${unit}${isMissed ? ' **missed**' : ''} | ${wanted} | ${how.join('; ')} | ${commit}, ${date}, load ${load} |`;
    }),
  ].join('\n');
}

/** Ratios are often small; times are not. @param {number} value */
function shown(value) {
  return value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 1);
}
