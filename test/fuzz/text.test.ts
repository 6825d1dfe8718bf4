import assert from 'node:assert/strict';
import fc from 'fast-check';
import { faultsOf } from './faults';
import { mutated, randomOf } from './mutate';
import { seeds } from './seeds';

const texts = seeds(['text.json', 'textsByHand.json']);

describe('reading mutated texts', () => {
  it('never throws, leaves no digit out in silence, and reads what stands at the place of each number', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('auto', 'matrix'), (seed, as) => {
        const text = mutated(texts, randomOf(seed));
        assert.deepEqual(faultsOf(text, as), [], JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });
});
