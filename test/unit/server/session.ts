import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { RunScanner } from '../../../core/text/scanner/runScanner';
import { startServer } from '../../../extension/server/common/server';

export interface PublishedDiagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly {
    readonly range: { readonly start: Position; readonly end: Position };
    readonly severity: number;
    readonly code: string;
    readonly source: string;
    readonly message: string;
  }[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Session {
  readonly client: MessageConnection;
  /** Resolves with the next diagnostics of a document, those that already came first. */
  nextDiagnostics(): Promise<PublishedDiagnostics>;
  /** What the server wrote to its log. */
  readonly log: readonly string[];
  /** Turns of the event loop that the server took. */
  turns(): number;
  dispose(): void;
}

/** A client and the server in one process, talking LSP through two streams. */
export async function startSession(): Promise<Session> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  let turns = 0;
  // With streams in place of a reader and a writer, the server would end the process with its input.
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, {
    kernels: typescriptKernels,
    scanner: new RunScanner(() => null, new TextEncoder()),
    findScripts: () => undefined,
    loadWords: () => undefined,
    turn: () => {
      turns += 1;
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const log: string[] = [];
  const arrived: PublishedDiagnostics[] = [];
  const waiting: ((diagnostics: PublishedDiagnostics) => void)[] = [];
  client.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  client.onNotification('textDocument/publishDiagnostics', (diagnostics: PublishedDiagnostics) => {
    const next = waiting.shift();
    if (next === undefined) arrived.push(diagnostics);
    else next(diagnostics);
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { language: 'en' },
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    log,
    turns: () => turns,
    nextDiagnostics() {
      const first = arrived.shift();
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => waiting.push(resolve));
    },
    dispose() {
      client.dispose();
      server.dispose();
    },
  };
}
