import type { KernelThreads } from '../../../core/kernels/kernelThreads';
import { createThreadPool } from '../common/threadPool';

/** Beside the server's own. */
const mostThreads = 7;

/** What is asked of a worker's global scope. */
interface IsolatedScope {
  readonly crossOriginIsolated: boolean;
  readonly navigator: { readonly hardwareConcurrency: number };
}

/**
 * Null where the page is not isolated from other origins, which a memory that is shared takes: then there is one
 * thread. `source` is the bundle of `kernelThread.ts`.
 */
export function startThreads(
  { crossOriginIsolated, navigator }: IsolatedScope,
  source: string,
): (KernelThreads & { stop(): void }) | null {
  const count = Math.min(mostThreads, navigator.hardwareConcurrency - 1);
  if (!crossOriginIsolated || !(count >= 1)) return null;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return createThreadPool(count, () => {
    const worker = new Worker(address);
    return { post: (message) => worker.postMessage(message), stop: () => worker.terminate() };
  });
}
