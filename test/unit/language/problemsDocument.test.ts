import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from './texts';

describe('docs/problems.md', () => {
  it('has a row for each code and for no other', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/problems.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code);
    assert.deepEqual(rows.sort(), Object.keys(words.problems.sentences).sort());
  });
});
