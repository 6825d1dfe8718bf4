import type { Dtype } from '../numeric/dtype';
import type { KernelBuilds, WebAssemblyEngine } from './createKernels';
import type { GradientInstance, SharedMemory, SharedModule } from './gradientRun';

/** What `assembly/gradientModule.ts` exports. */
interface Exports {
  run(first: number, end: number): void;
  workIn(address: number): void;
  readonly tileRows: { readonly value: number };
}

/**
 * The first build that the host runs; null where it has none, or no memory that threads can share. Takes about two
 * milliseconds.
 */
export function createGradientModule(
  engine: WebAssemblyEngine,
  builds: KernelBuilds,
  dtype: Dtype = 'float64',
): SharedModule | null {
  for (const bytes of builds) {
    try {
      if (!engine.validate(bytes)) continue;
      const module = new engine.Module(bytes);
      const { tileRows } = instantiateGradient(engine, module, createMemory(engine, 1));
      return {
        dtype,
        tileRows,
        instantiate: (pages) => {
          try {
            return instantiateGradient(engine, module, createMemory(engine, pages));
          } catch {
            // The host has no more memory.
            return null;
          }
        },
      };
    } catch {
      // A content policy refuses to compile what is valid, or the host has no shared memory.
    }
  }
  return null;
}

function createMemory(engine: WebAssemblyEngine, pages: number): SharedMemory {
  return new engine.Memory({ initial: pages, maximum: pages, shared: true });
}

/** The module over a memory that another thread may have made. */
export function instantiateGradient(
  engine: Pick<WebAssemblyEngine, 'Instance'>,
  module: object,
  memory: SharedMemory,
): GradientInstance & { readonly tileRows: number } {
  const { exports } = new engine.Instance(module as never, { env: { memory } } as never);
  const { run, workIn, tileRows } = exports as Exports;
  return { module, memory, run, workIn, tileRows: tileRows.value };
}
