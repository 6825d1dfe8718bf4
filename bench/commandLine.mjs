// The command line: from the shell's call to its end.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { median } from './figure.mjs';

const repetitions = 21;

/** @param {readonly string[]} args */
function run(args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return performance.now() - began;
}

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export async function measureCommandLine() {
  const evaluate = [join('dist', 'cli.js'), 'eval', join('examples', 'exercise-1.nabla.json'), '--json'];
  run(evaluate);
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const empty = [];
  for (let i = 0; i < repetitions; i++) {
    times.push(run(evaluate));
    empty.push(run(['-e', '0']));
  }
  return [
    {
      name: 'Command line: evaluate the textbook network',
      value: median(times),
      unit: 'ms',
      goal: 80,
      about: `whole process, median of ${repetitions}; Node itself takes ${median(empty).toFixed(0)} ms of it`,
    },
  ];
}
