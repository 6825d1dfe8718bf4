/** Long work in slices: it yields at least every 10 ms, and returns its result at the end. */
export type Steps<Result> = Generator<undefined, Result>;

/**
 * A result that is there at once, or the steps to it: where most of many small pieces of work are done at once, a generator
 * for each would take longer than they do. A result is no object but null, by which the two are told apart.
 */
export type MaybeSteps<Result extends number | null> = Result | Steps<Result>;

export function* inSteps<Result extends number | null>(result: MaybeSteps<Result>): Steps<Result> {
  return typeof result === 'object' && result !== null ? yield* result : result;
}

/** Drives a generator to its end without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** About 2 ms of multiply-adds in plain JavaScript on a slow machine. */
const sliceWork = 500_000;

/** Work below this is done at once, so that small studies never pause. */
const smallWork = 100_000;

/**
 * Calls `run` for consecutive parts of 0 … count, with a pause before each part unless the whole is small.
 * `unitWork` is the cost of one unit in multiply-adds. The division is by work and not by the
 * clock, so that a result never depends on how fast the machine is.
 */
export function* inSlices(
  count: number,
  unitWork: number,
  run: (first: number, end: number) => void,
): Steps<void> {
  const length = Math.max(1, Math.floor(sliceWork / Math.max(1, unitWork)));
  const isSmall = count * unitWork < smallWork;
  for (let first = 0; first < count; first += length) {
    if (!isSmall) yield;
    run(first, Math.min(count, first + length));
  }
}
