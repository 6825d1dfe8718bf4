import { type HelpMessage, helpMessage, type KernelThreads } from '../../../core/kernels/kernelThreads';

/** A thread as the host has it: `node/startThread.ts`, `browser/startThread.ts`. */
export interface Thread {
  post(message: HelpMessage): void;
  stop(): void;
}

/** A thread holds the memory that it last worked in. */
const idleMilliseconds = 20_000;

/** So many threads, which start when they are first called, and stop when nobody has used them for long. */
export function createThreadPool(count: number, start: () => Thread): KernelThreads & { stop(): void } {
  let threads: readonly Thread[] = [];
  let users = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const thread of threads) thread.stop();
    threads = [];
  };
  return {
    count,
    call(instance, firstRoom) {
      if (threads.length === 0) threads = Array.from({ length: count }, start);
      for (const [index, thread] of threads.entries()) thread.post(helpMessage(instance, firstRoom, index));
    },
    use() {
      users++;
      clearTimeout(timer);
      return () => {
        users--;
        if (users === 0) timer = setTimeout(stop, idleMilliseconds);
      };
    },
    stop,
  };
}
