import { CancellationError, commands, type Disposable, l10n, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEdit } from '../../../protocol/actions';
import type { DescentStepAnswer, DescentStepResult } from '../../../protocol/details/descentStep';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { currentEditor } from '../panel/editors';
import { withPatience } from '../progress';
import { evaluateSubject, type Subject } from '../subject';
import { rangeOf } from '../text/spans';
import { readArguments } from './arguments';
import { subjectOf } from './evaluate';
import { commandNames } from './names';

/**
 * Takes one step of the optimizer in the text itself, as one edit that one undo takes back. With an
 * argument the caller gets the answer and nothing is said; a text that no document holds is not changed.
 */
export function registerDescentStep(evaluator: Evaluator, failures: Failures): Disposable {
  return commands.registerCommand(commandNames.applyDescentStep, async (argument: unknown) => {
    const asked = await readArguments(argument, 'network');
    const editor = currentEditor();
    const subject = asked?.subject ?? (editor === undefined ? null : subjectOf(editor, 'network'));
    if (subject === null) {
      void window.showInformationMessage(l10n.t('Select a network, a distribution or a matrix first.'));
      return undefined;
    }
    try {
      const result = await applyDescentStep(evaluator, subject);
      if (asked === null || asked.show) tell(result);
      return result;
    } catch (reason) {
      if (asked !== null && !asked.show) throw reason;
      if (!(reason instanceof CancellationError)) failures.report(reason);
      return undefined;
    }
  });
}

async function applyDescentStep(evaluator: Evaluator, subject: Subject): Promise<DescentStepResult> {
  const document = subject.kind === 'document' ? subject.document : null;
  const version = document?.version;
  const answer = await withPatience(l10n.t('Nabla is evaluating…'), (token) =>
    evaluateSubject(evaluator, subject, { detail: { topic: 'descentStep' } }, token),
  );
  const plan = answer?.detail as DescentStepAnswer | null | undefined;
  if (plan === null || plan === undefined) throw new Error('The language server gave no answer.');
  if (plan.obstacle !== null || document === null) return { ...plan, applied: false };
  const applied = document.version === version && (await write(document, plan.edits));
  const message = l10n.t('The text changed meanwhile. Nothing was written.');
  return applied ? { ...plan, applied } : { ...plan, applied, message };
}

/** All or nothing: VS Code refuses the whole edit where the document is of another version. */
function write(document: Parameters<typeof rangeOf>[0], edits: readonly TextEdit[]): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  for (const { span, text } of edits) edit.replace(document.uri, rangeOf(document, span), text);
  return workspace.applyEdit(edit);
}

function tell({ applied, message }: DescentStepResult): void {
  if (applied) void window.showInformationMessage(message);
  else void window.showWarningMessage(message);
}
