// Reads and evaluates random and mutated texts, as many as are asked for, and says what is wrong with them:
// `node --import=tsx test/fuzz/run.ts [count] [seed]`. A fault makes the exit code 1.
import { read } from '../../core/text';
import { faultsOf } from './faults';
import { mutated, randomOf } from './mutate';
import { seeds } from './seeds';

const files = ['text', 'texts', 'prints', 'textsByHand', 'networks', 'divergences', 'variants'];
const kinds = ['auto', 'auto', 'matrix', 'distribution', 'network'] as const;
/** Milliseconds of the processor that no small text may take. */
const mostTime = 50;
const mostShown = 3;

const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const texts = seeds(files.map((file) => `${file}.json`));
const random = randomOf(seed);
const shown = new Map<string, number>();

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function leastOfThree(work: () => void): number {
  return Math.min(processorTime(work), processorTime(work), processorTime(work));
}

function report(fault: string, text: string): void {
  // Faults that differ in their numbers alone are one.
  const kind = fault.replace(/\d+/g, '#').slice(0, 80);
  const times = (shown.get(kind) ?? 0) + 1;
  shown.set(kind, times);
  if (times <= mostShown) console.log(`${fault}\n  ${JSON.stringify(text)}`);
}

for (let index = 1; index <= count; index++) {
  const text = mutated(texts, random);
  const as = kinds[index % kinds.length] ?? 'auto';
  const time = processorTime(() => {
    for (const fault of faultsOf(text, as)) report(`as ${as}: ${fault}`, text);
  });
  // What is slow may have paid for the compiler or for the collection of garbage, and integrals take long.
  if (time > mostTime && leastOfThree(() => read(text, { as })) > mostTime) report(`slow as ${as}`, text);
  if (index % 20_000 === 0) console.log(`${index} read, ${shown.size} kinds of faults`);
}
for (const [kind, times] of shown) console.log(`${times} × ${kind}`);
process.exitCode = shown.size === 0 ? 0 : 1;
