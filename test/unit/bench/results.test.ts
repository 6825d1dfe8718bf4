import assert from 'node:assert/strict';
import { reasonFor } from '../../../bench/reasons.mjs';
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

  it('marks what misses its goal in the table, with what holds it back where that is known', () => {
    const rows = tableOf(
      [
        result({ name: 'Cancelling a gradient', value: 1.2, goal: 1, about: 'how' }),
        result({ value: 1.2, goal: 1, about: 'how' }),
        result({ name: 'Cancelling a gradient', value: 1, goal: 1 }),
      ],
      'a machine',
    ).split('\n');
    assert.match(
      rows[6] ?? '',
      /\| 1\.20 × \*\*missed\*\* \| 1\.00 × \| how; \*\*missed\*\*: a step takes 8 ms.* \| abc1234, 2026-01-31, load 0\.5 \|/,
    );
    assert.match(rows[7] ?? '', /how; \*\*missed\*\*: why has not been found yet/);
    assert.doesNotMatch(rows[8] ?? '', /missed|step/);
  });

  it('says of each goal of gradients, KL and entropy why it would be missed', () => {
    for (const name of [
      'Gradient, 5 × 1024, 256 samples: Nabla’s time over that of PyTorch 1.13.0',
      'Gradient, 5 × 1024, 256 samples: Nabla on two threads over the better of PyTorch 1.13.0 on one and two',
      'Gradient, 5 × 1024, 256 samples: Nabla’s time over that of onnxruntime-web, float32',
      'Entropy of 100,000,000 outcomes: Nabla’s time over that of plain Math.log',
    ])
      assert.notEqual(reasonFor(name), reasonFor('anything else'));
    assert.match(reasonFor('Gradient, a: Nabla on two threads over the better of PyTorch'), /by the clock/);
  });
});
