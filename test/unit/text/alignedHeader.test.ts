import assert from 'node:assert/strict';
import { alignedHeader } from '../../../core/text/notations/alignedHeader';
import { Line } from '../../../core/text/notations/line';

function namesIn(text: string): readonly string[] | null {
  const found = alignedHeader(new Line(text, 0, text.length));
  return found === null ? null : found.header.map(({ start, end }) => text.slice(start, end));
}

describe('headers above the ends of their numbers', () => {
  it('are names of one word or more, or numbers further right than the labels', () => {
    assert.deepEqual(namesIn('   col 0  col 1\na    0.5   1.25\nb   -1.5   2.00'), ['col 0', 'col 1']);
    assert.deepEqual(namesIn('   2000  2001\na   0.5  1.25'), ['2000', '2001']);
    assert.deepEqual(namesIn('           0    10\n2024-01  0.5  1.25'), ['0', '10']);
    assert.deepEqual(namesIn('cols  c0  c1\n 0    -8  10\n-1    -1 -16'), ['c0', 'c1']);
  });

  it('may have the names of the labels below, and further names above', () => {
    assert.deepEqual(namesIn('year    2000\nregion      \na        0.5'), ['2000']);
    assert.deepEqual(namesIn('u      g       \nv      s      t\n0  11.01   3.38'), ['s', 't']);
  });

  it('are no rows of labelled numbers, no lines of a matrix, no prose, and no names that end elsewhere', () => {
    for (const text of [
      'sun           0.5\nlight rain    0.3',
      'a  1  2\nbb 3  4',
      '  1  2\n 30 40',
      '     0   1.5\n   NaN   2.5',
      '[1, 2,\n    3]',
      'The rate is\nset to  0.5',
      '    a   b\n0  0.5  1.5',
      '  a  b\n0  1  x',
    ])
      assert.equal(namesIn(text), null, text);
  });
});
