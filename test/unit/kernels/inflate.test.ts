import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflate } from '../../../core/kernels/inflate';

const repetitive = fc
  .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 300 }))
  .map(([part, times]) => Uint8Array.from({ length: part.length * times }, (_, i) => part[i % part.length]));
const contents = fc
  .array(fc.oneof(fc.uint8Array({ maxLength: 500 }), repetitive), { maxLength: 5 })
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('inflating', () => {
  it('gives back what zlib deflated: stored, with the fixed code, and with codes of its own', () => {
    const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY];
    fc.assert(
      fc.property(
        contents,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...strategies),
        (bytes, level, strategy) => {
          const deflated = deflateRawSync(bytes, { level, strategy });
          assert.deepEqual(inflate(deflated, bytes.length), bytes);
        },
      ),
    );
  });

  it('knows the longest length and the longest distance', () => {
    const bytes = new Uint8Array(100_000);
    for (let i = 0; i < 32_768; i++) bytes[i] = (i * 2_654_435_761) >>> 13;
    bytes.copyWithin(32_768, 0, 32_768);
    assert.deepEqual(inflate(deflateRawSync(bytes, { level: 9 }), bytes.length), bytes);
  });
});
