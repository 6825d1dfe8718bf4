import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../build/run.mjs';
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

  it('is what every expression with all letters is that the start of a server comes by', () => {
    const eager = /^(?:export )?const \w+ =\s+(?:\/|new RegExp\()[^;]*?\\p\{[^;]*;/m;
    const found = ['core', 'extension/language', 'extension/server', 'extension/cli'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .filter((file) => eager.test(readFileSync(join(root, room, file), 'utf8')))
        .map((file) => `${room}/${file.replaceAll('\\', '/')}`),
    );
    // Both are loaded when an editor first asks for them.
    assert.deepEqual(found.sort(), [
      'extension/language/completion/place.ts',
      'extension/language/expandSelection.ts',
    ]);
  });
});
