import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type CallToken,
  createPeer,
  type Implementation,
  type Port,
  RpcCancelled,
} from '../../../extension/protocol/rpc';

interface Left {
  double(value: number): Promise<number>;
  wait(): Promise<void>;
}

interface Right {
  greet(name: string, loud: boolean): Promise<string>;
}

/** Two ports, each the other's far end, that clone as `postMessage` does. */
function connect(): { left: Port; right: Port; cut(): void } {
  let toLeft: (message: unknown) => void = () => undefined;
  let toRight: (message: unknown) => void = () => undefined;
  let connected = true;
  const deliver = (to: () => (message: unknown) => void) => (message: unknown) => {
    if (!connected) return Promise.resolve(false);
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => to()(copy));
    return Promise.resolve(true);
  };
  return {
    left: {
      post: deliver(() => toRight),
      listen: (listener) => {
        toLeft = listener;
      },
    },
    right: {
      post: deliver(() => toLeft),
      listen: (listener) => {
        toRight = listener;
      },
    },
    cut: () => {
      connected = false;
    },
  };
}

const left: Implementation<Left> = {
  double: (value) => value * 2,
  wait: () => new Promise(() => undefined),
};
const right: Implementation<Right> = { greet: async (name, loud) => (loud ? name.toUpperCase() : name) };

function pair(leftSide: Implementation<Left> = left) {
  const ports = connect();
  return {
    ports,
    atLeft: createPeer<Left, Right>(ports.left, leftSide),
    atRight: createPeer<Right, Left>(ports.right, right),
  };
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('the calls between host and panel', () => {
  it('answers calls from either side, several at once', async () => {
    const { atLeft, atRight } = pair();
    assert.deepEqual(
      await Promise.all([
        atRight.remote.double(4),
        atRight.remote.double(5),
        atLeft.remote.greet('ada', true),
      ]),
      [8, 10, 'ADA'],
    );
  });

  it('rejects with the message of what the other side threw', async () => {
    const { atRight } = pair({
      ...left,
      double: () => {
        throw new Error('No number.');
      },
    });
    await assert.rejects(atRight.remote.double(1), { name: 'Error', message: 'No number.' });
  });

  it('rejects a call of a method that the other side does not have', async () => {
    const ports = connect();
    createPeer<Left, Right>(ports.left, left);
    const stranger = createPeer<Right, { missing(): Promise<void> }>(ports.right, right);
    await assert.rejects(stranger.remote.missing(), { message: 'There is no method "missing".' });
  });

  it('cancels: the caller stops waiting, the other side is told', async () => {
    let token: CallToken | undefined;
    const told = withResolvers();
    const started = withResolvers();
    const { atRight } = pair({
      ...left,
      wait: (received) => {
        token = received;
        received.onCancelled(() => told.resolve());
        started.resolve();
        return new Promise(() => undefined);
      },
    });
    const controller = new AbortController();
    const call = atRight.cancellable(controller.signal).wait();
    await started.promise;
    controller.abort();
    await assert.rejects(call, RpcCancelled);
    await told.promise;
    assert.equal(token?.cancelled, true);
  });

  it('does not send a call whose signal has aborted before', async () => {
    const { atRight } = pair();
    await assert.rejects(atRight.cancellable(AbortSignal.abort()).double(1), RpcCancelled);
  });

  it('rejects what was not delivered', async () => {
    const { atRight, ports } = pair();
    ports.cut();
    await assert.rejects(atRight.remote.double(1), { message: '"double" was not delivered.' });
  });

  it('rejects open calls when it is closed, and later ones', async () => {
    const { atRight } = pair();
    const open = atRight.remote.wait();
    atRight.dispose();
    await assert.rejects(open, { message: 'The connection was closed.' });
    await assert.rejects(atRight.remote.double(1), /closed connection/);
  });

  it('passes over messages that are none of its own', async () => {
    const { atRight } = pair();
    const ports = connect();
    createPeer<Left, Right>(ports.left, left);
    for (const message of [null, 3, 'x', {}, { rpc: 'result' }, { rpc: 'result', id: 99 }]) {
      ports.right.post(message as never);
    }
    assert.equal(await atRight.remote.double(2), 4);
  });

  it('is no thenable, so that it can be returned from an async function', async () => {
    const { atRight } = pair();
    const remote = await Promise.resolve(atRight.remote);
    assert.equal(await remote.double(3), 6);
  });
});
