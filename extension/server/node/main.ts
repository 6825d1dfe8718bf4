import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../common/server';

// The transport is that of the arguments: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all), {
  turn: () => new Promise((resolve) => setImmediate(resolve)),
});
