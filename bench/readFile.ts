// One process: reads the file that the argument names, then parses it, and prints milliseconds and bytes.
import { readFileSync } from 'node:fs';
import { read } from '../core/text';

const [, , file = ''] = process.argv;
const text = readFileSync(file, 'latin1');
const before = process.memoryUsage().rss;
const began = performance.now();
const reading = read(text, { as: 'matrix' });
const ended = performance.now();
if (reading.kind !== 'matrix') throw new Error('The numbers could not be read.');
const growth = process.memoryUsage().rss - before + text.length;
const parsing = performance.now();
JSON.parse(text);
console.log(JSON.stringify({ read: ended - began, parse: performance.now() - parsing, growth }));
