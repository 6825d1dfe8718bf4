import { createAssemblyKernels } from './assemblyKernels';
import type { KernelModule } from './kernelModule';
import type { Kernels } from './kernels';
import { typescriptKernels } from './typescriptKernels';

/** The part of the platform's `WebAssembly` that is needed; `core` has no platform of its own. */
export interface WebAssemblyEngine {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: never) => { readonly exports: unknown };
}

/** The module's builds, the fastest first: a host takes the first whose instructions it knows. */
export type KernelBuilds = readonly Uint8Array<ArrayBuffer>[];

/**
 * The fastest kernels that this host runs: a build of the module, or the TypeScript twin where WebAssembly
 * is refused. Takes about a millisecond.
 */
export function createKernels(engine: WebAssemblyEngine, builds: KernelBuilds): Kernels {
  for (const bytes of builds) {
    try {
      if (!engine.validate(bytes)) continue;
      const { exports } = new engine.Instance(new engine.Module(bytes) as never);
      return createAssemblyKernels(exports as KernelModule);
    } catch {
      // A content policy refuses to compile what is valid.
    }
  }
  return typescriptKernels;
}
