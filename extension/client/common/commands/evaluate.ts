import {
  CancellationError,
  type CancellationToken,
  commands,
  type Disposable,
  l10n,
  type TextEditor,
  window,
} from 'vscode';
import type { ReadAs } from '../../../../core/text/reading';
import type { EvaluateAnswer } from '../../../protocol/requests';
import type { Result } from '../../../protocol/result';
import type { Evaluator, Question } from '../connection/evaluate';
import type { Failures } from '../failures';
import { currentEditor } from '../panel/editors';
import type { Panels } from '../panel/panels';
import { withPatience } from '../progress';
import { evaluateSubject, type Subject } from '../subject';
import { selectedRanges, spanOf } from '../text/spans';
import { readArguments } from './arguments';
import { commandNames, type EvaluatingCommand, evaluatingCommands } from './names';

export interface EvaluatingServices {
  readonly evaluator: Evaluator;
  readonly failures: Failures;
  readonly panels: Panels;
}

export function registerEvaluatingCommands(services: EvaluatingServices): Disposable[] {
  return evaluatingCommands.map((command) =>
    commands.registerCommand(command.name, (argument: unknown) => run(services, command, argument)),
  );
}

/**
 * Without an argument, what a person has selected, shown in the panel; with one, that text and nothing
 * on screen. The answer is the same plain data in both cases.
 */
async function run(
  services: EvaluatingServices,
  { as, gradients = false }: EvaluatingCommand,
  argument: unknown,
): Promise<Result | undefined> {
  const asked = await readArguments(argument, as);
  if (asked !== null && !asked.show) {
    return (await answerTo(services.evaluator, asked.subject, { result: true })).result;
  }
  const editor = currentEditor();
  const subject = asked?.subject ?? (editor === undefined ? null : subjectOf(editor, as));
  if (subject === null) {
    await offerExample();
    return undefined;
  }
  try {
    return await showSubject(services, subject, gradients);
  } catch (reason) {
    if (!(reason instanceof CancellationError)) services.failures.report(reason);
    return undefined;
  }
}

export async function showSubject(
  services: EvaluatingServices,
  subject: Subject,
  gradients = false,
): Promise<Result | undefined> {
  const opening = services.panels.open();
  const answer = await withPatience(l10n.t('Nabla is evaluating…'), (token) =>
    answerTo(services.evaluator, subject, { view: true, result: true }, token),
  );
  (await opening).show(subject, answer, gradients);
  return answer.result;
}

/** What the editor's selections ask about; without one, the value around the cursor, else the file. */
export function subjectOf(editor: TextEditor, as: ReadAs): Subject {
  const { document } = editor;
  const selections = selectedRanges(editor).map((range) => spanOf(document, range));
  return selections.length > 0
    ? { kind: 'document', document, selections, as }
    : { kind: 'document', document, selections, as, position: document.offsetAt(editor.selection.active) };
}

async function answerTo(
  evaluator: Evaluator,
  subject: Subject,
  wanted: Pick<Question, 'view' | 'result'>,
  token?: CancellationToken,
): Promise<EvaluateAnswer> {
  const answer = await evaluateSubject(evaluator, subject, wanted, token);
  if (answer === null) throw new Error('The language server gave no answer.');
  return answer;
}

async function offerExample(): Promise<void> {
  const open = l10n.t('Open Example');
  const chosen = await window.showInformationMessage(
    l10n.t('Open a text with numbers first: a network, a distribution or a matrix in any file.'),
    open,
  );
  if (chosen === open) await commands.executeCommand(commandNames.openExample);
}
