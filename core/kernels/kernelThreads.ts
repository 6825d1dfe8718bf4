import type { WebAssemblyEngine } from './createKernels';
import * as layout from './gradientLayout';
import { instantiateGradient } from './gradientModule';
import { roomBytes } from './gradientPlan';
import { type GradientInstance, helpWithChunks, type SharedMemory, waitFor } from './gradientRun';

/** Threads that take chunks from a shared memory beside the caller. The host starts them: see the server's `main.ts`. */
export interface KernelThreads {
  /** How many, the caller not counted. */
  readonly count: number;
  /** Sends for them: they take chunks until there are none. Their rooms follow one another from an address. */
  call(instance: GradientInstance, firstRoom: number): void;
  /** Says that they are in use, which ends when the answer is called: they must not be stopped before. */
  use(): () => void;
}

/** What a thread is sent. Module and memory are the platform's own, which can be posted. */
export interface HelpMessage {
  readonly module: object;
  readonly memory: SharedMemory;
  /** Where this thread packs its blocks. */
  readonly room: number;
}

/** What thread `index` is to be sent; the caller's own room is the first. */
export function helpMessage(
  { module, memory }: GradientInstance,
  firstRoom: number,
  index: number,
): HelpMessage {
  return { module, memory, room: firstRoom + (index + 1) * roomBytes };
}

/** On the thread: takes chunks until there are none. An instance serves as long as the memory is the same. */
export function createHelper(engine: Pick<WebAssemblyEngine, 'Instance'>): (message: HelpMessage) => void {
  let instance: GradientInstance | null = null;
  return ({ module, memory, room }) => {
    if (instance?.memory !== memory) instance = instantiateGradient(engine, module, memory);
    const { run, workIn } = instance;
    workIn(room);
    const words = new Int32Array(memory.buffer);
    const chunks = words[layout.chunksAt >> 2];
    helpWithChunks(words, (chunk) => {
      waitFor(words, words[(chunks + chunk * layout.chunkBytes + layout.afterAt) >> 2]);
      run(chunk, chunk + 1);
    });
  };
}
