import assert from 'node:assert/strict';
import { onFirstUse } from '../../../core/text/onFirstUse';

describe('an expression made on first use', () => {
  it('is made once, and not before', () => {
    let made = 0;
    const letters = onFirstUse(() => {
      made++;
      return /\p{L}/u;
    });
    assert.equal(made, 0);
    assert.equal(letters(), letters());
    assert.equal(made, 1);
  });
});
