import { type Disposable, type LogOutputChannel, window } from 'vscode';

/** The log, made when something is first written to it: it opens a file, which an activation need not wait for. */
export interface Log extends Disposable {
  readonly channel: LogOutputChannel;
}

export function createLog(): Log {
  let channel: LogOutputChannel | undefined;
  return {
    get channel() {
      channel ??= window.createOutputChannel('Nabla', { log: true });
      return channel;
    },
    dispose: () => channel?.dispose(),
  };
}
