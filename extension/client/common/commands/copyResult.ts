import { commands, type Disposable, env, l10n, window } from 'vscode';
import type { ResultProblem } from '../../../protocol/resultProblem';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { revealSpan } from '../panel/editors';
import { evaluateSubject, type Subject, textOf } from '../subject';
import { copyText, notationOf } from './copyText';
import { commandNames } from './names';
import { subjectToCopy } from './subjectToCopy';

/** As much of a text as its notation is told from. */
const noticed = 10_000;

/** Evaluates a subject and puts its main result on the clipboard, in the subject's own notation. */
export async function copyResultOf(evaluator: Evaluator, subject: Subject): Promise<void> {
  const answer = await evaluateSubject(evaluator, subject, { result: true });
  const result = answer?.result;
  if (answer === null || result === undefined) throw new Error('The language server gave no answer.');
  const { offset, length } = answer.span;
  const [sample = ''] = textOf(subject).pieces(offset, offset + Math.min(length, noticed));
  const text = copyText(result, notationOf(sample));
  if (text !== null) {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('$(check) Nabla: result copied'), 3000);
    return;
  }
  const problem = result.problems.find(({ severity }) => severity === 'error') ?? result.problems[0];
  if (problem === undefined) void window.showWarningMessage(l10n.t('There is no result to copy here.'));
  else void explain(subject, problem);
}

/** Says why nothing could be computed, and leads there. */
async function explain(subject: Subject, problem: ResultProblem): Promise<void> {
  const goTo = l10n.t('Go to Line {0}', problem.line);
  const chosen = await window.showWarningMessage(problem.message, goTo);
  if (chosen !== goTo) return;
  const place = subject.kind === 'document' ? subject.document : subject.text.uri;
  await revealSpan(place, problem);
}

export function registerCopyResult(
  evaluator: Evaluator,
  failures: Failures,
  lastSubject: () => Subject | null,
): Disposable {
  return commands.registerCommand(commandNames.copyResult, async (argument: unknown) => {
    const { subject } = await subjectToCopy(argument, lastSubject);
    if (subject === null) {
      void window.showInformationMessage(l10n.t('Select a network, a distribution or a matrix first.'));
      return;
    }
    try {
      await copyResultOf(evaluator, subject);
    } catch (reason) {
      failures.report(reason);
    }
  });
}
