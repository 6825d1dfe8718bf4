import { bytes as relaxed } from 'nabla-kernels/relaxed.wasm';
import { bytes as scanner } from 'nabla-kernels/scanner.wasm';
import { bytes as simd } from 'nabla-kernels/simd.wasm';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import { createScanner } from '../../../core/text/scanner/createScanner';
import { startServer } from '../common/server';

declare const WebAssembly: WebAssemblyEngine;

// The transport is that of the arguments: --node-ipc, --stdio, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all), {
  kernels: createKernels(WebAssembly, [relaxed, simd]),
  scanner: createScanner(WebAssembly, scanner, new TextEncoder()),
  loadWords: () => void require('./words.fr.js'),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
});
