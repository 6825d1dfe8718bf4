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
const texts = [
  ...repeated.map((part) => ({ part, length: 100_000 })),
  ...lines.map((part) => ({ part, length: 50_000 })),
];
/** On the processor, as other work on the machine counts for nothing. What is quadratic takes minutes. */
const mostMilliseconds = 1_000;

describe('reading one thing over and over', () => {
  for (const { part, length } of texts) {
    it(`is linear for ${JSON.stringify(part)}`, () => {
      const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
      const before = process.cpuUsage();
      read(text);
      valueAround(text, length / 2);
      const { user, system } = process.cpuUsage(before);
      assert.ok((user + system) / 1000 < mostMilliseconds, `${(user + system) / 1000} ms`);
    });
  }
});
