import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { IPCMessageReader, IPCMessageWriter, LanguageClient } from 'vscode-languageclient/node';
import { createClientParts } from '../common/connection/languageClient';
import type { ConnectionSetup, ServerConnection } from '../common/platform';
import { startServerProcess } from './serverProcess';

/** A server that was told to end has so long to do it. */
const mostToEnd = 2_000;

/**
 * A bundle of its own, loaded with the server's start: the language client is most of the client's weight. `first` is the
 * process of the server that was started meanwhile; where it goes away, others follow.
 */
export function connect(setup: ConnectionSetup, first: ChildProcess): ServerConnection {
  const parts = createClientParts(setup);
  let server: ChildProcess | undefined;
  const client = new LanguageClient(
    'nabla',
    'Nabla',
    async () => {
      server = server === undefined ? first : startServerProcess(setup);
      if (hasEnded(server)) throw new Error('The process of the server ended as soon as it was started.');
      logLines(server, setup);
      return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
    },
    parts.options,
  );
  const connection = parts.connect(client);
  return {
    ...connection,
    async stop() {
      const stopped = server;
      try {
        await connection.stop();
      } finally {
        setTimeout(() => {
          if (stopped !== undefined && !hasEnded(stopped)) stopped.kill();
        }, mostToEnd);
      }
    },
    processId: () => (server === undefined || hasEnded(server) ? undefined : server.pid),
  };
}

/** Also true of one that did not start. */
function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

function logLines({ stdout, stderr }: ChildProcess, { log }: ConnectionSetup): void {
  if (stdout !== null) createInterface({ input: stdout }).on('line', (line) => log.info(line));
  if (stderr !== null) createInterface({ input: stderr }).on('line', (line) => log.error(line));
}
