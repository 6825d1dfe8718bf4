import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseRational } from '../../core/exact/parseRational';
import { toNumber } from '../../core/exact/toNumber';
import { read, valueAround } from '../../core/text';
import { writtenNumber } from '../../core/text/written';

const cases = JSON.parse(readFileSync(new URL('../oracle/text.json', import.meta.url), 'utf8')) as readonly {
  readonly document: string;
}[];

const good = [
  '[1/3, 2*pi; sqrt(2), -log(2)]',
  '2*[1 2; 3 4]/3',
  'A =\n\n  1.0e+03 *\n\n   0.0010   1/4\n   0.0020   0.0020\n',
  'id,w\n1,0.5\n2,0.25',
  'V1 V2\n1 0.5 2\n2 1.5 3',
  '0,5;1,25\n2,5;3,5',
  '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>',
  'matrix(1:6, 2)\narray([], shape=(0, 3))',
  ...cases.map(({ document }) => document),
  '{"layers":[{"weights":[[0.1,"2/3"],[3,4]],"biases":[1,2],"activation":{"name":"leaky_relu","negative_slope":0.1}}],"input":[1,2],"target":[1,0]}',
  '{"p":["9/25","12/25","4/25"],"q":["1/3","1/3","1/3"],"base":2}',
  'W1 = [1 2; 3 4]\nb1 = [5; 6]\nW2 = [7 8]\nb2 = 9\nactivation = softplus\nx = [1; 2]\ny = 3',
  'P(0) = 9/25\nP(1) = 16/25\nQ(0) = 1/2\nQ(1) = 1/2',
];

const mutation = fc.record({
  place: fc.nat(),
  removed: fc.nat({ max: 6 }),
  inserted: fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '(',
      ')',
      ',',
      ';',
      '\n',
      '"',
      '/',
      '...',
      '−',
      'e',
      ':',
      '=',
      '\u0000',
      '\ud800',
    ),
  ),
});

describe('reading mutated texts', () => {
  it('never throws, and what it reads is what stands at the place of each number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(mutation, { maxLength: 5 }), (text, mutations) => {
        let mutated = text;
        for (const { place, removed, inserted } of mutations) {
          const at = place % (mutated.length + 1);
          mutated = mutated.slice(0, at) + inserted + mutated.slice(at + removed);
        }
        const reading = read(mutated, { as: 'matrix' });
        if (reading.kind === 'matrix') {
          const { shape, values, starts, ends } = reading.array;
          assert.equal(
            shape.reduce((product, size) => product * size, 1),
            values.length,
          );
          assert.equal(starts.length, values.length);
          starts.forEach((start, index) => {
            const end = ends[index] ?? 0;
            assert.ok(start <= end && end <= mutated.length);
            const exact = start < end ? parseRational(writtenNumber(mutated, reading.array, index)) : null;
            if (exact !== null) assert.equal(toNumber(exact), (values[index] ?? 0) + 0);
          });
        }
        if (reading.kind === 'error') assert.ok(reading.problems.length > 0);
        valueAround(mutated, mutated.length >> 1);
      }),
      { numRuns: 2000 },
    );
  });
});
