import * as modules from 'nabla-kernels/all';
import { source } from 'nabla-kernels/browser.thread.js';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createKernels } from '../../../core/kernels/createKernels';
import { createScanner } from '../../../core/text/scanner/createScanner';
import { kernelBuilds } from '../common/kernelBuilds';
import { startServer } from '../common/server';
import { startThreads } from './startThreads';

/** `nablaParts` loads the parts of this script that are files of their own: see `build/parts.mjs`. */
declare const self: DedicatedWorkerGlobalScope & { readonly nablaParts?: { at?: string } };

let scripts: string | undefined;
const waiting: (() => void)[] = [];
// Unlike setTimeout, a message channel's turn is not held back to 4 ms when turns follow each other.
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  kernels: createKernels(WebAssembly, ...kernelBuilds(modules, startThreads(self, source))),
  scanner: createScanner(WebAssembly, modules.scanner, new TextEncoder()),
  findScripts: (scriptsUri) => {
    scripts = scriptsUri;
    if (self.nablaParts !== undefined && scriptsUri !== undefined) self.nablaParts.at = scriptsUri;
  },
  loadWords: () => {
    if (scripts !== undefined) importScripts(`${scripts}/words.fr.js`);
  },
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
});
