import assert from 'node:assert/strict';
import { read, valueAround } from '../../core/text';

/** What repeats itself: openings without ends, and ends of what never began. */
const repeated = [
  ...['[', '(', '{', '[[', '[1,', '[1 ', '[1;', '{"a":', '"', "'", '/*', '//', '#', '1 ', '1,', '1\n', '|'],
  ...['a b\n1 2\n', 'a,b\n1,2\n', '| a |\n|---|\n', '\\begin{pmatrix}', '\\frac{1}{2} ', '\\sqrt{', 'e^{'],
  ...['W1 = [1 2]\n', 'W1 = 2*', 'P(0) = ', '2*', '1+', '(1+', 'sqrt(', '2^', 'c(', 'matrix(c(', '[1:1000, '],
  ...[
    'tensor(',
    'array(',
    '<tf.Tensor: ',
    '<Tensor <',
    'masked_array(',
    'A =\n\n 1 2\n',
    '[1] 1 2\n',
    '- [1, 2]\n',
  ],
  ...[
    'OrderedDict([(',
    '0,5;1\n',
    '\t\n',
    'KL(',
    'normal(0,1) ',
    '[1]*[',
    '[1 - ',
    '[1 2\n',
    '"a": 1,',
    '...',
  ],
];
/** Of these every line is looked at by many readers. */
const lines = ['9/25,', 'x\n', 'a: 1\n', 'a: [1\n', 'W^{(1)} = ', 'b1 = 1\n', 'NaN,', '- ', '1e'];
const parts = [...repeated, ...lines];
const short = 10_000;
const long = 4 * short;
/** Four times the text takes four times as long; what is quadratic takes sixteen times as long. */
const mostGrowth = 8;
/** Shorter than this, what the processor does beside the reading counts for too much. Milliseconds. */
const leastMeasured = 20;

/** Milliseconds of the processor, as other work on the machine counts for nothing; the least of two readings. */
function costOf(part: string, length: number): number {
  const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const costs = Array.from({ length: 2 }, () => {
    const before = process.cpuUsage();
    read(text);
    valueAround(text, length / 2);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

describe('reading one thing over and over', () => {
  for (const part of parts) {
    it(`is linear for ${JSON.stringify(part)}`, () => {
      const growth = costOf(part, long) / Math.max(leastMeasured, costOf(part, short));
      assert.ok(growth < mostGrowth, `four times the text takes ${growth.toFixed(1)} times as long`);
    });
  }
});
