// What a thread of the kernels runs. A bundle of its own, which the server has inside (build/esbuild.mjs).
import { parentPort } from 'node:worker_threads';
import type { WebAssemblyEngine } from '../../../core/kernels/createKernels';
import { createHelper } from '../../../core/kernels/kernelThreads';

declare const WebAssembly: WebAssemblyEngine;

parentPort?.on('message', createHelper(WebAssembly));
