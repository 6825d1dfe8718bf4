/** Runs the last of several jobs that come in quick succession, once they have stopped coming. */
export interface Delay {
  start(job: () => void): void;
  cancel(): void;
}

export function createDelay(milliseconds: number): Delay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(job) {
      clearTimeout(timer);
      timer = setTimeout(job, milliseconds);
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}
