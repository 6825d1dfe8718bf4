import { compileKernels } from '../../../build/kernels.mjs';
import { createKernels, type WebAssemblyEngine } from '../../../core/kernels/createKernels';
import type { Kernels } from '../../../core/kernels/kernels';

declare const WebAssembly: WebAssemblyEngine;

type BuildName = 'simd' | 'relaxed';

const compiled = new Map<BuildName, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes of a build, compiled once for all tests. */
export function kernelBytes(name: BuildName): Promise<Uint8Array<ArrayBuffer>> {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const bytes = compileKernels(name).then((built) => new Uint8Array(built));
  compiled.set(name, bytes);
  return bytes;
}

/** Kernels over each build that this host knows, by its name. Node before 22 lacks `relaxed`, which the tests in the editor run too. */
export async function kernelTwins(): Promise<readonly (readonly [BuildName, Kernels])[]> {
  const builds = await Promise.all(
    (['simd', 'relaxed'] as const).map(async (name) => [name, await kernelBytes(name)] as const),
  );
  return builds
    .filter(([, bytes]) => WebAssembly.validate(bytes))
    .map(([name, bytes]) => [name, createKernels(WebAssembly, [bytes])] as const);
}
