import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { KernelThreads } from '../../../core/kernels/kernelThreads';
import { createThreadPool } from '../common/threadPool';

/** Beside the server's own; more would be for machines that have other work as well. */
const mostThreads = 7;

/** Null on a machine with one processor. `source` is the bundle of `kernelThread.ts`. */
export function startThreads(
  source: string,
  count = Math.min(mostThreads, availableParallelism() - 1),
): (KernelThreads & { stop(): void }) | null {
  if (count < 1) return null;
  return createThreadPool(count, () => {
    // Loaded with the first thread: most servers never have one. Any path will do for what Node itself has.
    const load = createRequire(process.execPath);
    const { Worker }: typeof import('node:worker_threads') = load('node:worker_threads');
    const worker = new Worker(source, { eval: true });
    // A thread that cannot start takes no chunk, and nothing waits for it.
    worker.on('error', () => undefined);
    worker.unref();
    return { post: (message) => worker.postMessage(message), stop: () => void worker.terminate() };
  });
}
