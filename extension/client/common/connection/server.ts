import type { Event } from 'vscode';
import { type CancellationToken, EventEmitter, type ExtensionContext, l10n } from 'vscode';
import type { Log } from '../log';
import type { Platform, ServerConnection } from '../platform';
import { createRestartPolicy } from './restartPolicy';

/**
 * idle: nothing has asked for it yet. restarting: it went away and is coming back.
 * down: it went away too often, or did not start; only a person starts it again.
 */
export type ServerState = 'idle' | 'starting' | 'running' | 'restarting' | 'down';

export interface Server {
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** Starts the server where none runs. Rejects with `ServerDown` where it does not come up. */
  start(): Promise<ServerConnection>;
  /**
   * Does some work with the server, started for it where none runs. Where the server goes away
   * meanwhile, the work is done once more with the next one.
   */
  work<Answer>(
    job: (connection: ServerConnection) => Promise<Answer>,
    token?: CancellationToken,
  ): Promise<Answer>;
  /** A person asks for a fresh server. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  processId(): number | undefined;
}

export class ServerDown extends Error {
  override readonly name = 'ServerDown';
}

export function createServer(context: ExtensionContext, platform: Platform, log: Log): Server {
  const changed = new EventEmitter<ServerState>();
  const policy = createRestartPolicy();
  context.subscriptions.push(changed);
  let state: ServerState = 'idle';
  let crashes = 0;
  let connection: ServerConnection | undefined;
  let starting: Promise<ServerConnection> | undefined;

  function become(next: ServerState): void {
    if (state === next) return;
    state = next;
    log.channel.info(`The language server is ${next}.`);
    changed.fire(next);
  }

  function down(): ServerDown {
    return new ServerDown(l10n.t('The Nabla language server is not running.'));
  }

  async function launch(): Promise<ServerConnection> {
    become('starting');
    try {
      const created = await platform.connect({
        extensionUri: context.extensionUri,
        storageUri: context.globalStorageUri,
        version: String(context.extension.packageJSON.version),
        log: log.channel,
        closed() {
          crashes += 1;
          const again = policy.mayRestart(Date.now());
          log.channel.error(
            `The language server went away${again ? ' and is started again' : ' too often'}.`,
          );
          become(again ? 'restarting' : 'down');
          return again ? 'restart' : 'stay-down';
        },
        running: () => become('running'),
      });
      connection = created;
      await created.start();
      const id = created.processId();
      if (id !== undefined) log.channel.info(`The language server is process ${id}.`);
      become('running');
      return created;
    } catch (reason) {
      log.channel.error(reason instanceof Error ? reason : String(reason));
      await discard();
      become('down');
      throw down();
    }
  }

  async function discard(): Promise<void> {
    const old = connection;
    connection = undefined;
    starting = undefined;
    await old
      ?.stop()
      .catch((reason: unknown) => log.channel.warn(`Stopping the language server: ${String(reason)}`));
  }

  /** Resolves when the state is one that lasts. */
  function settled(): Promise<void> {
    if (state !== 'restarting' && state !== 'starting') return Promise.resolve();
    return new Promise((resolve) => {
      const listener = changed.event((next) => {
        if (next === 'restarting' || next === 'starting') return;
        listener.dispose();
        resolve();
      });
    });
  }

  const server: Server = {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    async start() {
      if (state === 'idle') starting = launch();
      if (starting !== undefined) await starting;
      await settled();
      if (state !== 'running' || connection === undefined) throw down();
      return connection;
    },
    async work(job, token) {
      const before = crashes;
      const current = await server.start();
      try {
        return await job(current);
      } catch (reason) {
        if (crashes === before || token?.isCancellationRequested) throw reason;
        log.channel.info('Asking the new language server again.');
        return job(await server.start());
      }
    },
    async restart() {
      policy.forget();
      await discard();
      state = 'idle';
      await server.start();
    },
    async stop() {
      await discard();
      become('idle');
    },
    processId: () => connection?.processId(),
  };
  return server;
}
