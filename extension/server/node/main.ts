import module, { createRequire } from 'node:module';
import * as modules from 'nabla-kernels/all';
import { source } from 'nabla-kernels/node.thread.js';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import { createScanner } from '../../../core/text/scanner/createScanner';
import { kernelBuilds } from '../common/kernelBuilds';
import { startServer } from '../common/server';
import { startThreads } from './startThreads';

declare const WebAssembly: WebAssemblyEngine;

// The transport is that of the arguments: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all), {
  kernels: createKernels(WebAssembly, ...kernelBuilds(modules, startThreads(source))),
  scanner: createScanner(WebAssembly, modules.scanner, new TextEncoder()),
  findScripts: () => undefined,
  // Not `require`: in a bundle in parts that is one for all of them, and looks beside the part that it is in.
  loadWords: () => void createRequire(__filename)('./words.fr.js'),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
});

/**
 * What the first answers had compiled is kept for the next start, where Node can (22.10 and newer) and the client has
 * named a folder. A server that is ended from outside would keep nothing.
 */
const keepCompiledAfter = 5_000;
if ('flushCompileCache' in module && typeof module.flushCompileCache === 'function') {
  const keep = module.flushCompileCache;
  setTimeout(() => keep(), keepCompiledAfter).unref();
}
