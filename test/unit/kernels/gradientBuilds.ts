import { compileGradient } from '../../../build/kernels.mjs';
import type { WebAssemblyEngine } from '../../../core/kernels/createKernels';

declare const WebAssembly: WebAssemblyEngine;

/** Compiling takes seconds on a busy machine. */
export const compilerTimeout = 180_000;

let builds: Promise<readonly Uint8Array<ArrayBuffer>[]> | undefined;

/** Those builds of the gradient's module that this host knows, the fastest first; compiled once for all tests. */
export function gradientBuilds(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  builds ??= compileAll();
  return builds;
}

async function compileAll(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const compiled: Uint8Array<ArrayBuffer>[] = [];
  for (const build of ['relaxed', 'simd'] as const)
    compiled.push(new Uint8Array(await compileGradient(build)));
  return compiled.filter((bytes) => WebAssembly.validate(bytes));
}
