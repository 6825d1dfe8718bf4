import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  ExtensionMode,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { DetailAnswer, DetailQuestion } from '../../protocol/details';
import { registerSelectionActions } from './actions';
import { subjectOfText } from './commands/arguments';
import { registerConvertSelection } from './commands/convertSelection';
import { registerCopyDerivation } from './commands/copyDerivation';
import { copyResultOf, registerCopyResult } from './commands/copyResult';
import { registerDescentStep } from './commands/descentStep';
import { registerEvaluatingCommands } from './commands/evaluate';
import { registerExpandSelection } from './commands/expandSelection';
import { registerInsertDerivation } from './commands/insertDerivation';
import { commandNames } from './commands/names';
import { registerOpenFile } from './commands/openFile';
import { registerPasteAsMatrix } from './commands/pasteAsMatrix';
import { registerStudyActivation } from './commands/studyActivation';
import { createEvaluator } from './connection/evaluate';
import { createServer, type Server } from './connection/server';
import { createFailures, type Failures } from './failures';
import { registerHover } from './hover';
import { createLog, type Log } from './log';
import { registerPanels } from './panel/panels';
import type { Platform } from './platform';
import { withReadingStatus } from './readingStatus';
import { startForNablaTexts } from './startServer';
import { registerServerStatus } from './status';
import { evaluateSubject } from './subject';

/** What other extensions get: nothing. The tests get a look at the server, and ask it as the panel does. */
export interface Api {
  readonly server?: Pick<Server, 'state' | 'onDidChangeState' | 'processId'>;
  /** Questions on one text, one after the other. */
  asking?(text: string): (question: DetailQuestion, token: CancellationToken) => Promise<DetailAnswer | null>;
}

/** Registers, and does nothing else: the server starts with the first request that needs it. */
export function activate(context: ExtensionContext, platform: Platform): Api {
  const log = createLog();
  const server = createServer(context, platform, log);
  const failures = createFailures(log);
  const evaluator = withReadingStatus(createEvaluator(server));
  const panels = registerPanels({
    evaluator,
    failures,
    extensionUri: context.extensionUri,
    isMac: platform.isMac,
    copyResult: (subject) => copyResultOf(evaluator, subject),
  });
  const services = { evaluator, failures, panels };
  context.subscriptions.push(
    log,
    panels,
    registerHover(evaluator, failures),
    evaluator,
    registerSelectionActions(evaluator, failures),
    registerPasteAsMatrix(evaluator, failures),
    registerServerStatus(server, log),
    ...registerEvaluatingCommands(services),
    registerCopyResult(evaluator, failures, () => panels.lastSubject),
    registerCopyDerivation(evaluator, failures, () => panels.lastSubject),
    registerInsertDerivation(evaluator, failures),
    registerDescentStep(evaluator, failures),
    registerOpenFile(services),
    registerStudyActivation(services),
    registerConvertSelection(evaluator, failures),
    registerExpandSelection(evaluator, failures),
    ...registerSmallCommands(context, server, log, failures),
    startForNablaTexts(server, failures),
    { dispose: () => void server.stop() },
  );
  if (context.extensionMode !== ExtensionMode.Test) return {};
  return {
    server,
    asking(text) {
      const subject = subjectOfText(text, 'auto');
      return async (detail, token) =>
        (await evaluateSubject(evaluator, subject, { detail }, token))?.detail ?? null;
    },
  };
}

function registerSmallCommands(context: ExtensionContext, server: Server, log: Log, failures: Failures) {
  return [
    commands.registerCommand(commandNames.showLog, () => log.channel.show()),
    commands.registerCommand(commandNames.restartServer, () => server.restart().catch(failures.report)),
    commands.registerCommand(commandNames.openExample, async () => {
      const example = Uri.joinPath(context.extensionUri, 'examples', 'exercise-1.nabla.json');
      // The walkthrough's page stays in sight, for its next step.
      const onAPage =
        window.activeTextEditor === undefined && window.tabGroups.activeTabGroup.tabs.length > 0;
      await window.showTextDocument(example, { viewColumn: onAPage ? ViewColumn.Beside : ViewColumn.Active });
    }),
  ];
}
