import type { Dtype } from '../numeric/dtype';
import { createAssemblyKernels } from './assemblyKernels';
import { createAssemblyProducts } from './assemblyProducts';
import { createDenseGradient } from './denseGradient';
import { createGradientModule } from './gradientModule';
import type { SharedMemory, SharedModule } from './gradientRun';
import type { KernelModule, ProductModule } from './kernelModule';
import type { Kernels, Products } from './kernels';
import type { KernelThreads } from './kernelThreads';
import { withSingleProducts } from './singleKernels';
import { createSingleProducts } from './singleProducts';
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

/** What float32 needs: the builds of its module of products, and of its module of whole gradients. */
export interface SingleBuilds {
  readonly products: KernelBuilds;
  readonly gradient: KernelBuilds;
}

/**
 * The fastest kernels that this host runs: a build of the module, or the TypeScript twin where WebAssembly
 * is refused. Takes about a millisecond; the module of whole gradients is made when one is asked for, and so is what
 * float32 needs.
 */
export function createKernels(
  engine: WebAssemblyEngine,
  builds: KernelBuilds,
  gradient: GradientKernels | null = null,
  single: SingleBuilds | null = null,
): Kernels {
  const blocks = createBlockKernels(engine, builds);
  if (gradient === null && single === null) return blocks;
  const threads = gradient?.threads ?? null;
  let made: Kernels | undefined;
  const kernels: Kernels = {
    ...blocks,
    ...gradientOf(engine, gradient?.builds ?? [], threads, 'float64'),
    single() {
      made ??= {
        ...withSingleProducts(kernels, createProducts(engine, single?.products ?? [])),
        ...gradientOf(engine, single?.gradient ?? [], threads, 'float32'),
      };
      return made;
    },
  };
  return kernels;
}

function gradientOf(
  engine: WebAssemblyEngine,
  builds: KernelBuilds,
  threads: KernelThreads | null,
  dtype: Dtype,
): Pick<Kernels, 'gradient'> {
  let module: SharedModule | null | undefined;
  return {
    gradient(shape, host) {
      module ??= createGradientModule(engine, builds, dtype);
      return module === null ? null : createDenseGradient(module, shape, host, threads);
    },
  };
}

function createBlockKernels(engine: WebAssemblyEngine, builds: KernelBuilds): Kernels {
  const module = firstInstance(engine, builds);
  return module === null ? typescriptKernels : createAssemblyKernels(module as KernelModule);
}

/** Products in float32. */
function createProducts(engine: WebAssemblyEngine, builds: KernelBuilds): Products {
  const twin = createSingleProducts();
  const module = firstInstance(engine, builds);
  return module === null ? twin : createAssemblyProducts(module as ProductModule, twin, 'float32');
}

/** What the first build that the host runs exports; null where it runs none. */
function firstInstance(engine: WebAssemblyEngine, builds: KernelBuilds): unknown {
  for (const bytes of builds) {
    try {
      if (!engine.validate(bytes)) continue;
      return new engine.Instance(new engine.Module(bytes) as never).exports;
    } catch {
      // A content policy refuses to compile what is valid.
    }
  }
  return null;
}
