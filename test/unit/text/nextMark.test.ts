import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NextMark } from '../../../core/text/nextMark';

describe('the next mark of a text', () => {
  it('is where the text has it, in whatever order it is asked for', () => {
    const letters = fc.array(fc.constantFrom('a', '|'), { maxLength: 30 }).map((units) => units.join(''));
    fc.assert(
      fc.property(letters, fc.array(fc.nat(30), { maxLength: 20 }), (text, places) => {
        const marks = new NextMark(text, '|');
        for (const at of places) {
          const found = text.indexOf('|', at);
          assert.equal(marks.after(Math.min(at, text.length)), found < 0 ? text.length : found);
        }
      }),
    );
  });
});
