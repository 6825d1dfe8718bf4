import { createAssemblyKernels } from './assemblyKernels';
import { createDenseGradient } from './denseGradient';
import { createGradientModule } from './gradientModule';
import type { SharedMemory, SharedModule } from './gradientRun';
import type { KernelModule } from './kernelModule';
import type { Kernels } from './kernels';
import type { KernelThreads } from './kernelThreads';
import { typescriptKernels } from './typescriptKernels';

/** The part of the platform's `WebAssembly` that is needed; `core` has no platform of its own. */
export interface WebAssemblyEngine {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: never, imports?: never) => { readonly exports: unknown };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => SharedMemory;
}

/** The module's builds, the fastest first: a host takes the first whose instructions it knows. */
export type KernelBuilds = readonly Uint8Array<ArrayBuffer>[];

/** What whole gradients need: the builds of their module, and threads where the host has them. */
export interface GradientKernels {
  readonly builds: KernelBuilds;
  readonly threads: KernelThreads | null;
}

/**
 * The fastest kernels that this host runs: a build of the module, or the TypeScript twin where WebAssembly
 * is refused. Takes about a millisecond; the module of whole gradients is made when one is asked for.
 */
export function createKernels(
  engine: WebAssemblyEngine,
  builds: KernelBuilds,
  gradient: GradientKernels | null = null,
): Kernels {
  const kernels = createBlockKernels(engine, builds);
  if (gradient === null) return kernels;
  let module: SharedModule | null | undefined;
  return {
    ...kernels,
    gradient(shape, host) {
      module ??= createGradientModule(engine, gradient.builds);
      return module === null ? null : createDenseGradient(module, shape, host, gradient.threads);
    },
  };
}

function createBlockKernels(engine: WebAssemblyEngine, builds: KernelBuilds): Kernels {
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
