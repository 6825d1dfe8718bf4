import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonLine } from '../../../extension/cli/json';

describe('JSON in pieces', () => {
  it('is what JSON.stringify writes of any object', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(object, (value) => {
        fc.pre(!JSON.stringify(value).includes('"prime":"'));
        assert.equal([...jsonLine(value)].join(''), `${JSON.stringify(value)}\n`);
      }),
    );
    const holes = { a: undefined, b: [1, undefined, [undefined, { c: undefined }]], d: {}, e: [] };
    assert.equal([...jsonLine(holes)].join(''), `${JSON.stringify(holes)}\n`);
  });

  it('has no piece that grows with a list of numbers', () => {
    const pieces = [...jsonLine({ weights: [Array.from({ length: 300_000 }, (_, index) => index / 7)] })];
    assert.ok(pieces.length > 70);
    assert.ok(Math.max(...pieces.map(({ length }) => length)) < 100_000);
  });

  it('writes a prime with all its digits as a number', () => {
    const result = { terms: [{ prime: '1000000000000000009', coefficient: '1/2' }] };
    assert.equal(
      [...jsonLine(result)].join(''),
      '{"terms":[{"prime":1000000000000000009,"coefficient":"1/2"}]}\n',
    );
  });
});
