import { type ChildProcess, fork } from 'node:child_process';
import { Uri } from 'vscode';
import type { ConnectionSetup } from '../common/platform';
import { compiledCodeFolder } from './compiledCode';

/**
 * Starts the server's process: before the language client is loaded, which takes about as long as the process takes
 * until it listens.
 */
export function startServerProcess({ extensionUri, storageUri, version }: ConnectionSetup): ChildProcess {
  const script = Uri.joinPath(extensionUri, 'dist', 'server.node.js').fsPath;
  const isDebugged = process.execArgv.some((argument) =>
    /^--(?:debug|inspect)(?:-brk)?(?:=|$)/.test(argument),
  );
  const server = fork(script, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    env: {
      ...process.env,
      // The extension host of the desktop is Electron.
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRON_NO_ASAR: '1',
      ...(isDebugged ? {} : { NODE_COMPILE_CACHE: compiledCodeFolder(storageUri, version) }),
    },
    execArgv: isDebugged ? ['--nolazy', '--inspect=6009'] : [],
    silent: true,
  });
  // One that does not start closes its channel, of which the connection is told; unheard, this would be thrown.
  server.on('error', () => undefined);
  return server;
}
