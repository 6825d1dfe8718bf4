// Times gradients from 10² to 10⁹ weights × samples, in turns: `node growthProbe.mjs NABLA`. Prints the points.
import { pathToFileURL } from 'node:url';
import { median } from './figure.mjs';
import { problemOf } from './peers/cases.mjs';

/** @typedef {{ work: number, width: number, samples: number, microseconds: number }} Point */

const nabla = await import(pathToFileURL(process.argv[2] ?? '').href);

/** One square layer after another, the sides of the smaller ones near the root of the work. */
const sizes = [
  { width: 10, samples: 1 },
  { width: 10, samples: 10 },
  { width: 32, samples: 10 },
  { width: 100, samples: 10 },
  { width: 100, samples: 100 },
  { width: 316, samples: 100 },
  { width: 1000, samples: 100 },
  { width: 1000, samples: 1000 },
];
const rounds = 5;
const turnMilliseconds = 100;

const runs = sizes.map(({ width, samples }) => {
  const run = nabla.prepare(
    problemOf({ name: '', widths: [width, width], samples, goals: {} }),
    'one thread',
  );
  let count = 1;
  for (let spent = 0; spent < turnMilliseconds; count *= 2) spent = time(run, count);
  return { width, samples, run, count: Math.max(1, count / 2), times: /** @type {number[]} */ ([]) };
});

/** Milliseconds of the processor. @param {() => unknown} run @param {number} count */
function time(run, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

for (let round = 0; round < rounds; round++) {
  for (const { run, count, times } of runs) times.push((1000 * time(run, count)) / count);
}
console.log(
  JSON.stringify(
    runs.map(({ width, samples, times }) => ({
      work: width * width * samples,
      width,
      samples,
      microseconds: median(times),
    })),
  ),
);
