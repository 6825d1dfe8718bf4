import type { Platform } from './platform';

/** How long the event loop waits for us at most, less what a step may take. */
const sliceMilliseconds = 8;

export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/**
 * Drives long work to its end in slices, with a turn of the event loop between two of them.
 * Rejects with `Cancelled` at the first turn after `isCancelled` became true.
 */
export async function drive<Result>(
  steps: Iterator<undefined, Result>,
  { turn }: Pick<Platform, 'turn'>,
  isCancelled: () => boolean,
): Promise<Result> {
  let sliceStart = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - sliceStart < sliceMilliseconds) continue;
    await turn();
    if (isCancelled()) {
      // Threads that help are told to stop.
      steps.return?.();
      throw new Cancelled();
    }
    sliceStart = Date.now();
  }
}
