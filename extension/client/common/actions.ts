import {
  CancellationError,
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  CodeActionTriggerKind,
  type Disposable,
  languages,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Action } from '../../protocol/actions';
import type { Evaluator } from './connection/evaluate';
import type { Failures } from './failures';
import { isInNablaFence, isNablaFile, textOfDocument } from './text/source';
import { rangeOf, spanOf } from './text/spans';

const kinds: Readonly<Record<Action['kind'], CodeActionKind>> = {
  quickfix: CodeActionKind.QuickFix,
  'refactor.rewrite': CodeActionKind.RefactorRewrite,
};

/**
 * Actions on what is selected in any file, for a person who asks for them: the editor's own asking, for a
 * light bulb at every move of the cursor, stays unanswered. Nabla's own texts have theirs from the server.
 */
export function registerSelectionActions(evaluator: Evaluator, failures: Failures): Disposable {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range, { triggerKind }, token) {
      if (range.isEmpty || triggerKind !== CodeActionTriggerKind.Invoke) return undefined;
      const span = spanOf(document, range);
      if (isNablaFile(document.uri) || isInNablaFence(document, span.offset)) return undefined;
      try {
        const question = { selections: [span], as: 'auto', actions: true } as const;
        const answer = await evaluator.evaluate(textOfDocument(document), question, token);
        return answer?.actions?.map((action) => codeAction(document, action));
      } catch (reason) {
        if (!(reason instanceof CancellationError)) failures.report(reason);
        return undefined;
      }
    },
  };
  return languages.registerCodeActionsProvider({ scheme: '*' }, provider, {
    providedCodeActionKinds: Object.values(kinds),
  });
}

function codeAction(
  document: TextDocument,
  { kind, title, edits, isPreferred, command }: Action,
): CodeAction {
  const action = new CodeAction(title, kinds[kind]);
  action.edit = new WorkspaceEdit();
  for (const { span, text } of edits) action.edit.replace(document.uri, rangeOf(document, span), text);
  if (isPreferred === true) action.isPreferred = true;
  if (command !== undefined) action.command = { title, command: command.name, arguments: [command.argument] };
  return action;
}
