import type { CancellationToken, LogOutputChannel, Uri } from 'vscode';

/** What differs between the desktop and the browser, handed to `activate` by each `main.ts`. */
export interface Platform {
  readonly isMac: boolean;
  /** Must load the language client and make a connection that is not started yet. */
  connect(setup: ConnectionSetup): Promise<ServerConnection>;
}

export interface ConnectionSetup {
  readonly extensionUri: Uri;
  /** A folder of Nabla's own, which need not exist yet. */
  readonly storageUri: Uri;
  /** Of Nabla. */
  readonly version: string;
  readonly log: LogOutputChannel;
  /** Called when the server went away without being asked to: is it to be started again? */
  closed(): 'restart' | 'stay-down';
  /** Called each time the server is ready, also after a restart. */
  running(): void;
}

/** A language server, its process or worker included. */
export interface ServerConnection {
  start(): Promise<void>;
  /** Waits where `method` needs documents that are still on their way to the server. */
  request<Answer>(method: string, parameters: unknown, token?: CancellationToken): Promise<Answer>;
  notify(method: string, parameters: unknown): Promise<void>;
  /** Resolves when the server holds that document, which may still be travelling in slices. */
  synchronised(uri: string): Promise<void>;
  stop(): Promise<void>;
  /** Of the server, where it is a process of its own. */
  processId(): number | undefined;
}
