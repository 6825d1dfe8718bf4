import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

const patience = 800;

/** Runs a job that mostly ends at once; what takes longer shows a progress that can be cancelled. */
export async function withPatience<Answer>(
  title: string,
  job: (token: CancellationToken) => Promise<Answer>,
): Promise<Answer> {
  const source = new CancellationTokenSource();
  const done = job(source.token);
  const timer = setTimeout(() => {
    void window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_, token) => {
        token.onCancellationRequested(() => source.cancel());
        return done.then(
          () => undefined,
          () => undefined,
        );
      },
    );
  }, patience);
  try {
    return await done;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
