/**
 * One process: reads the file that the argument names with each peer in turn, and prints one object: milliseconds of
 * the processor's time for every turn, and the most memory that Nabla's reading took beyond the text, in bytes a number.
 */
import { readFileSync } from 'node:fs';
import { parseTree } from 'jsonc-parser/lib/esm/main';
import { bytes } from 'nabla-kernels/scanner.wasm';
import type { WebAssemblyEngine } from '../../core/kernels/createKernels';
import { read, readSteps } from '../../core/text';
import { createScanner } from '../../core/text/scanner/createScanner';

declare const WebAssembly: WebAssemblyEngine;

const [, , file = '', rounds = '5'] = process.argv;
const text = readFileSync(file, 'latin1');
const scanner = createScanner(WebAssembly, bytes, new TextEncoder());

const peers = {
  Nabla: () => read(text, { as: 'matrix', scanner }),
  'the reader in TypeScript': () => read(text, { as: 'matrix' }),
  'JSON.parse': () => JSON.parse(text),
  'jsonc-parser': () => parseTree(text),
};

function memory(): { readonly numbers: number; readonly bytesPerNumber: number } {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const steps = readSteps(text, { as: 'matrix', scanner });
  for (;;) {
    const step = steps.next();
    most = Math.max(most, process.memoryUsage.rss());
    if (step.done !== true) continue;
    if (step.value.kind !== 'matrix') throw new Error('The numbers could not be read.');
    const numbers = step.value.array.values.length;
    return { numbers, bytesPerNumber: (most - before) / numbers };
  }
}

const { numbers, bytesPerNumber } = memory();
const milliseconds = Object.fromEntries(Object.keys(peers).map((name): [string, number[]] => [name, []]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [name, run] of Object.entries(peers)) {
    const began = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(began);
    milliseconds[name]?.push((user + system) / 1000);
  }
}
console.log(JSON.stringify({ numbers, bytesPerNumber, milliseconds }));
