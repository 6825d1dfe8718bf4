/**
 * Two peers that call each other over a pair of message ports. Used by the extension (host) and by the
 * webview (panel) alike; needs no platform. A call answers or rejects, never stays silent: what the
 * other side throws rejects with its message, what cannot be delivered rejects, and `dispose` rejects
 * what is still open. Arguments and results must survive structured cloning.
 *
 * Handshake: the panel's first call is `HostApi.ready`. The host calls nothing before it.
 */

/** The way to the other side. `post` may tell that a message was not delivered (a hidden webview drops it). */
export interface Port {
  post(message: RpcMessage): undefined | PromiseLike<boolean>;
  /** Must hand over every message that arrives, also those that are none of ours. */
  listen(listener: (message: unknown) => void): void;
}

export type RpcMessage =
  | {
      readonly rpc: 'call';
      readonly id: number;
      readonly method: string;
      readonly arguments: readonly unknown[];
    }
  | { readonly rpc: 'cancel'; readonly id: number }
  | { readonly rpc: 'result'; readonly id: number; readonly value: unknown }
  | { readonly rpc: 'failure'; readonly id: number; readonly message: string; readonly cancelled: boolean };

/** What every method of a contract looks like. */
export type Duties<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...parameters: infer Parameters) => Promise<infer Value>
    ? (...parameters: Parameters) => Promise<Value>
    : never;
};

/** A contract's implementation: each method gets the call's token after its own parameters. */
export type Implementation<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...parameters: infer Parameters) => Promise<infer Value>
    ? (...parameters: [...Parameters, CallToken]) => Promise<Value> | Value
    : never;
};

/** Tells a running method that its caller no longer waits. */
export interface CallToken {
  readonly cancelled: boolean;
  onCancelled(listener: () => void): void;
}

/** The part of an `AbortSignal` that is needed to cancel a call. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** The call's own side gave it up, or the other side answered that it did. */
export class RpcCancelled extends Error {
  override readonly name = 'RpcCancelled';
}

export interface Peer<Remote> {
  /** Calls the other side: `await peer.remote.reveal(3, 7)`. */
  readonly remote: Duties<Remote>;
  /** The same, for calls that end with `RpcCancelled` when the signal aborts. */
  cancellable(signal: CancelSignal): Duties<Remote>;
  /** Rejects every open call and refuses later ones. */
  dispose(): void;
}

export function createPeer<Local extends object, Remote extends object>(
  port: Port,
  local: Implementation<Local>,
): Peer<Remote> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  const running = new Map<number, Cancellation>();
  const methods = new Map<string, unknown>(Object.entries(local));
  let lastId = 0;
  let disposed = false;

  function call(method: string, parameters: readonly unknown[], signal?: CancelSignal): Promise<unknown> {
    if (disposed) return Promise.reject(new Error(`"${method}" was called on a closed connection.`));
    if (signal?.aborted) return Promise.reject(new RpcCancelled(`"${method}" was cancelled.`));
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    signal?.addEventListener('abort', () => {
      const open = settle(id);
      if (open === undefined) return;
      post({ rpc: 'cancel', id });
      open.reject(new RpcCancelled(`"${method}" was cancelled.`));
    });
    post({ rpc: 'call', id, method, arguments: parameters }, () =>
      settle(id)?.reject(new Error(`"${method}" was not delivered.`)),
    );
    return answer;
  }

  /** The open call of that id, which is open no longer. */
  function settle(id: number) {
    const open = waiting.get(id);
    waiting.delete(id);
    return open;
  }

  function post(message: RpcMessage, undelivered?: () => void): void {
    if (disposed) return;
    port.post(message)?.then(
      (delivered) => {
        if (!delivered) undelivered?.();
      },
      () => undelivered?.(),
    );
  }

  async function serve(id: number, method: string, parameters: readonly unknown[]): Promise<void> {
    const cancellation = new Cancellation();
    running.set(id, cancellation);
    try {
      const implementation = methods.get(method);
      if (typeof implementation !== 'function') throw new Error(`There is no method "${method}".`);
      const value: unknown = await implementation.call(local, ...parameters, cancellation);
      post({ rpc: 'result', id, value });
    } catch (reason) {
      const message = reason instanceof Error ? reason.message : String(reason);
      post({ rpc: 'failure', id, message, cancelled: reason instanceof RpcCancelled });
    } finally {
      running.delete(id);
    }
  }

  function receive(message: unknown): void {
    if (disposed || !isRpcMessage(message)) return;
    switch (message.rpc) {
      case 'call':
        void serve(message.id, message.method, message.arguments);
        return;
      case 'cancel':
        running.get(message.id)?.cancel();
        return;
      case 'result':
        settle(message.id)?.resolve(message.value);
        return;
      case 'failure':
        settle(message.id)?.reject(
          message.cancelled ? new RpcCancelled(message.message) : new Error(message.message),
        );
        return;
    }
  }

  function proxy(signal?: CancelSignal): Duties<Remote> {
    return new Proxy({} as Duties<Remote>, {
      // A peer is no thenable: `await peer.remote` must not send a call of the name "then".
      get: (_, method) =>
        typeof method === 'string' && method !== 'then'
          ? (...parameters: readonly unknown[]) => call(method, parameters, signal)
          : undefined,
    });
  }

  port.listen(receive);
  return {
    remote: proxy(),
    cancellable: proxy,
    dispose() {
      for (const open of waiting.values()) open.reject(new Error('The connection was closed.'));
      waiting.clear();
      for (const cancellation of running.values()) cancellation.cancel();
      disposed = true;
    },
  };
}

class Cancellation implements CallToken {
  cancelled = false;
  readonly #listeners: (() => void)[] = [];

  onCancelled(listener: () => void): void {
    if (this.cancelled) listener();
    else this.#listeners.push(listener);
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const listener of this.#listeners) listener();
  }
}

function isRpcMessage(message: unknown): message is RpcMessage {
  if (typeof message !== 'object' || message === null || !('rpc' in message) || !('id' in message))
    return false;
  return typeof message.rpc === 'string' && typeof message.id === 'number';
}
