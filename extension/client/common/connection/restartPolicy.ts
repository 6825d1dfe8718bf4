const limit = 4;
const period = 3 * 60 * 1000;

/** A server is started again up to 4 times in 3 minutes; the crash after that leaves it down. */
export function createRestartPolicy(): { mayRestart(now: number): boolean; forget(): void } {
  let crashes: readonly number[] = [];
  return {
    mayRestart(now) {
      crashes = [...crashes.filter((time) => now - time < period), now];
      return crashes.length <= limit;
    },
    forget() {
      crashes = [];
    },
  };
}
