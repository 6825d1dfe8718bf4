import type { Dtype } from '../numeric/dtype';
import type { Steps } from '../steps';
import * as layout from './gradientLayout';
import type { GradientPlan } from './gradientPlan';
import type { KernelThreads } from './kernelThreads';

/** A memory that threads may share, as the platform's `WebAssembly` has it. */
export interface SharedMemory {
  readonly buffer: ArrayBufferLike;
}

/** The gradient's module over one memory. */
export interface GradientInstance {
  readonly module: object;
  readonly memory: SharedMemory;
  /** Runs chunks first … end. */
  run(first: number, end: number): void;
  /** Where this thread packs its blocks. To be said before the first run. */
  workIn(address: number): void;
}

/** The compiled module; an instance has a memory of its own. */
export interface SharedModule {
  readonly dtype: Dtype;
  readonly tileRows: number;
  /** Null where the host has no more memory. */
  instantiate(pages: number): GradientInstance | null;
}

export interface ChunkRun {
  readonly plan: GradientPlan;
  readonly instance: GradientInstance;
  /** The whole memory in words. */
  readonly words: Int32Array;
  readonly helpers: KernelThreads | null;
  /** Multiply-adds between two pauses. */
  readonly sliceWork: number;
}

const next = layout.nextAt >> 2;
const done = layout.doneAt >> 2;
const open = layout.openAt >> 2;
const openings = layout.openingsAt >> 2;
const present = layout.presentAt >> 2;

/** Begins anew: no chunk is taken, and none may be. */
export function openChunks({ words }: ChunkRun): void {
  Atomics.store(words, open, 0);
  Atomics.store(words, done, 0);
  Atomics.store(words, next, 0);
}

/** All chunks up to `end`, those before having been run: on this thread and on those that help. */
export function* runOpenChunks(run: ChunkRun, end: number): Steps<void> {
  const { helpers, words } = run;
  if (helpers === null) {
    yield* runAlone(run, end);
    return;
  }
  const { plan, instance, sliceWork } = run;
  const release = helpers.use();
  try {
    Atomics.store(words, open, end);
    Atomics.add(words, openings, 1);
    if (Atomics.load(words, present) < helpers.count) helpers.call(instance, plan.bytes);
    Atomics.notify(words, openings);
    for (let work = 0, chunk = takeChunk(words); chunk >= 0; chunk = takeChunk(words)) {
      waitFor(words, plan.chunks[chunk].after);
      instance.run(chunk, chunk + 1);
      finishChunk(words);
      work += plan.chunks[chunk].work;
      if (work < sliceWork) continue;
      work = 0;
      yield;
    }
    waitFor(words, end);
  } finally {
    // Also where nobody takes the steps to their end: then threads still have a chunk in hand, and no other.
    const taken = Atomics.exchange(words, next, plan.chunks.length);
    if (taken < end) waitFor(words, taken);
    else Atomics.store(words, next, end);
    release();
  }
}

function* runAlone({ plan, instance, words, sliceWork }: ChunkRun, end: number): Steps<void> {
  let first = words[next];
  let work = 0;
  for (let chunk = first; chunk < end; chunk++) {
    work += plan.chunks[chunk].work;
    if (work < sliceWork) continue;
    instance.run(first, chunk + 1);
    first = chunk + 1;
    words[next] = first;
    work = 0;
    yield;
  }
  instance.run(first, end);
  words[next] = end;
}

/** How much is done, from 0 to 1. */
export function progressOf({ plan, words, helpers }: ChunkRun): number {
  return Atomics.load(words, helpers === null ? next : done) / plan.chunks.length;
}

/** How long a thread waits for more, in milliseconds: waking it takes less than a message does. */
const patience = 20;

/** On a thread that helps: takes chunks, and waits for more until there have been none for a while. */
export function helpWithChunks(words: Int32Array, take: (chunk: number) => void): void {
  Atomics.add(words, present, 1);
  let seen: number;
  do {
    seen = Atomics.load(words, openings);
    for (let chunk = takeChunk(words); chunk >= 0; chunk = takeChunk(words)) {
      take(chunk);
      finishChunk(words);
    }
  } while (Atomics.wait(words, openings, seen, patience) !== 'timed-out');
  Atomics.sub(words, present, 1);
}

/** The next chunk, now this thread's; −1 where none may be taken. */
function takeChunk(words: Int32Array): number {
  for (;;) {
    const chunk = Atomics.load(words, next);
    if (chunk >= Atomics.load(words, open)) return -1;
    if (Atomics.compareExchange(words, next, chunk, chunk + 1) === chunk) return chunk;
  }
}

function finishChunk(words: Int32Array): void {
  Atomics.add(words, done, 1);
  Atomics.notify(words, done);
}

/** About 20 µs: longer than what a thread is mostly behind, shorter than going to sleep and waking. */
const spins = 2000;

/** A thousand times what a chunk takes. */
const mostMilliseconds = 20_000;

/** Until so many chunks are done. Another thread has those that are not, and takes a fraction of a millisecond. */
export function waitFor(words: Int32Array, count: number): void {
  for (let spin = 0; spin < spins; spin++) {
    if (Atomics.load(words, done) >= count) return;
  }
  for (;;) {
    const sofar = Atomics.load(words, done);
    if (sofar >= count) return;
    if (Atomics.wait(words, done, sofar, mostMilliseconds) === 'timed-out') {
      throw new Error('A thread of the kernels has died.');
    }
  }
}
