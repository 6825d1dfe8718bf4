import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { createClientParts } from '../common/connection/languageClient';
import type { ConnectionSetup, ServerConnection } from '../common/platform';
import { compiledCodeFolder } from './compiledCode';

/** A bundle of its own, loaded with the server's start: the language client is most of the client's weight. */
export function connect(setup: ConnectionSetup): ServerConnection {
  const parts = createClientParts(setup);
  const module = Uri.joinPath(setup.extensionUri, 'dist', 'server.node.js').fsPath;
  const env = { NODE_COMPILE_CACHE: compiledCodeFolder(setup.storageUri, setup.version) };
  const client = new LanguageClient(
    'nabla',
    'Nabla',
    {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    parts.options,
  );
  return { ...parts.connect(client), processId: () => client.serverProcess?.pid };
}
