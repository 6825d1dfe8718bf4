// What a thread of the kernels runs. A bundle of its own, which the server has inside (build/esbuild.mjs).
import { createHelper, type HelpMessage } from '../../../core/kernels/kernelThreads';

declare const self: DedicatedWorkerGlobalScope;

const help = createHelper(WebAssembly);
self.onmessage = ({ data }: MessageEvent<HelpMessage>) => help(data);
