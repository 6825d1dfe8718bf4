import assert from 'node:assert/strict';
import { fallen, type Result, tableOf } from '../../../bench/results.mjs';

function result(change: Partial<Result>): Result {
  const at = { measurement: 'gradients', commit: 'abc1234', date: '2026-01-31', load: '0.5' };
  return { name: 'Nabla’s time over that of a peer', value: 0.5, unit: '×', ...at, ...change };
}

describe('the gate of the measurements', () => {
  const last = [result({ value: 0.5, commit: 'before1' })];

  it('says which ratio fell behind, from what and since when', () => {
    assert.deepEqual(fallen([result({ value: 0.6 })], last), [
      'Nabla’s time over that of a peer: 0.60 ×, it was 0.50 × at before1.',
    ]);
    assert.deepEqual(fallen([result({ value: Number.NaN })], last).length, 1);
  });

  it('passes over what varies from run to run, grew better, is new, or is no ratio', () => {
    assert.deepEqual(fallen([result({ value: 0.57 }), result({ value: 0.1 })], last), []);
    assert.deepEqual(fallen([result({ name: 'another', value: 9 })], last), []);
    assert.deepEqual(fallen([result({ value: 9, unit: 'ms' })], [result({ value: 1, unit: 'ms' })]), []);
  });

  it('marks what misses its goal in the table, with what holds it back', () => {
    const rows = tableOf(
      [
        result({ value: 1.2, goal: 1, about: 'how', limit: 'why' }),
        result({ value: 1, goal: 1, limit: 'why' }),
      ],
      'a machine',
    ).split('\n');
    assert.match(
      rows[6] ?? '',
      /\| 1\.20 × \*\*missed\*\* \| 1\.00 × \| how; \*\*missed\*\*: why \| abc1234, 2026-01-31, load 0\.5 \|/,
    );
    assert.doesNotMatch(rows[7] ?? '', /missed|why/);
  });
});
