import type { createKernels } from '../../../core/kernels/createKernels';
import type { KernelThreads } from '../../../core/kernels/kernelThreads';

type Modules = Omit<typeof import('nabla-kernels/all'), 'scanner'>;

type Builds = Parameters<typeof createKernels> extends [unknown, ...infer Rest] ? Required<Rest> : never;

/** What kernels are made of: the builds of each module, the fastest first, and a host's threads. */
export function kernelBuilds(modules: Modules, threads: KernelThreads | null): Builds {
  return [
    [modules.relaxed, modules.simd],
    { builds: [modules.relaxedGradient, modules.simdGradient], threads },
    {
      products: [modules.relaxedSingle, modules.simdSingle],
      gradient: [modules.relaxedSingleGradient, modules.simdSingleGradient],
    },
  ];
}
