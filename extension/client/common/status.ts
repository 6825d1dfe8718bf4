import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from 'vscode';
import { commandNames } from './commands/names';
import type { Server, ServerState } from './connection/server';
import type { Log } from './log';

const restartedShownFor = 8000;

/**
 * Says in the status bar what a person cannot see otherwise: that the server went away and comes back,
 * that it is back, or that it stays down and how to start it. Otherwise there is no item.
 */
export function registerServerStatus(server: Server, log: Log): Disposable {
  let item: StatusBarItem | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let restarting = false;

  function show(text: string, tooltip: string, command: string, failed: boolean): void {
    item ??= window.createStatusBarItem('nabla.server', StatusBarAlignment.Right, 0);
    item.name = l10n.t('Nabla Language Server');
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
    log.channel.info(tooltip);
  }

  function tell(state: ServerState): void {
    clearTimeout(hiding);
    switch (state) {
      case 'idle':
      case 'starting':
        item?.hide();
        return;
      case 'restarting':
        restarting = true;
        show(
          `$(sync~spin) ${l10n.t('Nabla is restarting')}`,
          l10n.t('The Nabla language server went away and is being started again.'),
          commandNames.showLog,
          false,
        );
        return;
      case 'running':
        if (!restarting) {
          item?.hide();
          return;
        }
        restarting = false;
        show(
          `$(check) ${l10n.t('Nabla restarted')}`,
          l10n.t('The Nabla language server went away and was started again.'),
          commandNames.showLog,
          false,
        );
        hiding = setTimeout(() => item?.hide(), restartedShownFor);
        return;
      case 'down':
        restarting = false;
        show(
          `$(error) ${l10n.t('Nabla stopped')}`,
          l10n.t('The Nabla language server stopped. Select to start it again.'),
          commandNames.restartServer,
          true,
        );
        return;
    }
  }

  const listener = server.onDidChangeState(tell);
  return {
    dispose() {
      clearTimeout(hiding);
      listener.dispose();
      item?.dispose();
    },
  };
}
