import { CancellationError, commands, l10n, window } from 'vscode';
import { commandNames } from './commands/names';
import { ServerDown } from './connection/server';
import type { Log } from './log';

/** For what should not happen. What a person can cause is a problem in an answer, and never comes here. */
export interface Failures {
  /** Logs it, and says so once at a time, naming the log. */
  report(reason: unknown): void;
}

export function createFailures(log: Log): Failures {
  let saying = false;

  async function say(message: string, action: string, command: string): Promise<void> {
    if (saying) return;
    saying = true;
    try {
      if ((await window.showErrorMessage(message, action)) === action) await commands.executeCommand(command);
    } finally {
      saying = false;
    }
  }

  return {
    report(reason) {
      if (reason instanceof CancellationError) return;
      log.channel.error(reason instanceof Error ? reason : String(reason));
      if (reason instanceof ServerDown) {
        void say(reason.message, l10n.t('Restart'), commandNames.restartServer);
        return;
      }
      const detail = reason instanceof Error ? reason.message : String(reason);
      void say(
        l10n.t('Nabla met an unexpected failure: {0} The log "Nabla" has the details.', sentence(detail)),
        l10n.t('Show Log'),
        commandNames.showLog,
      );
    },
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
