import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createThreadPool } from '../../../extension/server/common/threadPool';

const instance = {
  module: {},
  memory: { buffer: new ArrayBuffer(0) },
  run: () => undefined,
  workIn: () => undefined,
};

describe('the pool of threads', () => {
  it('starts them when they are called, and stops them when nobody has used them for long', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let running = 0;
      let posted = 0;
      const pool = createThreadPool(2, () => {
        running++;
        return { post: () => posted++, stop: () => running-- };
      });
      assert.equal(running, 0);
      const first = pool.use();
      pool.call(instance, 0);
      assert.deepEqual([running, posted], [2, 2]);
      const second = pool.use();
      first();
      mock.timers.tick(60_000);
      assert.equal(running, 2, 'in use');
      second();
      mock.timers.tick(10_000);
      pool.use()();
      mock.timers.tick(15_000);
      assert.equal(running, 2, 'used lately');
      mock.timers.tick(10_000);
      assert.equal(running, 0);
      pool.call(instance, 0);
      assert.equal(running, 2, 'and start again');
    } finally {
      mock.timers.reset();
    }
  });
});
