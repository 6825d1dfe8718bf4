import { CancellationError, commands, type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { ActivationChoice, ActivationsAnswer } from '../../../protocol/details/activations';
import type { Result } from '../../../protocol/result';
import { currentEditor } from '../panel/editors';
import { notationName } from '../settings';
import { evaluateSubject, type Subject } from '../subject';
import { readArguments, subjectOfText } from './arguments';
import { type EvaluatingServices, showSubject, subjectOf } from './evaluate';
import { commandNames } from './names';

interface Item extends QuickPickItem {
  readonly choice: ActivationChoice;
}

/** Without an argument, a person picks one of all activations, those of the network at the cursor first. */
export function registerStudyActivation(services: EvaluatingServices): Disposable {
  return commands.registerCommand(
    commandNames.studyActivation,
    async (argument: unknown): Promise<Result | undefined> => {
      const asked = await readArguments(argument, 'auto');
      if (asked !== null && !asked.show) {
        return (await evaluateSubject(services.evaluator, asked.subject, { result: true }))?.result;
      }
      try {
        const subject = asked?.subject ?? (await picked(services));
        return subject === null ? undefined : await showSubject(services, subject);
      } catch (reason) {
        if (!(reason instanceof CancellationError)) services.failures.report(reason);
        return undefined;
      }
    },
  );
}

async function picked(services: EvaluatingServices): Promise<Subject | null> {
  const choice = await window.showQuickPick(itemsOf(services), {
    title: l10n.t('Study an Activation'),
    placeHolder: l10n.t('The name of an activation'),
    matchOnDescription: true,
  });
  if (choice === undefined) return null;
  const document = currentEditor()?.document.uri.path.split('/').at(-1);
  return subjectOfText(choice.choice.text, 'auto', document);
}

async function itemsOf({ evaluator }: EvaluatingServices): Promise<readonly Item[]> {
  const editor = currentEditor();
  const wanted = { detail: { topic: 'activations', notation: notationName() } } as const;
  const here =
    editor === undefined
      ? null
      : await evaluateSubject(evaluator, subjectOf(editor, 'auto'), { ...wanted, onlyAround: true });
  const answer = here ?? (await evaluateSubject(evaluator, subjectOfText('identity', 'auto'), wanted));
  // The contract: a question is answered in its own topic.
  const detail = (answer?.detail ?? null) as ActivationsAnswer | null;
  if (detail === null) throw new Error('The language server gave no activations.');
  const names = new Set(detail.used.map(({ name }) => name));
  return [
    ...detail.used.map((choice) => itemOf(choice, l10n.t('in this network'))),
    ...detail.known.filter(({ name }) => !names.has(name)).map((choice) => itemOf(choice)),
  ];
}

function itemOf(choice: ActivationChoice, detail?: string): Item {
  return {
    label: choice.name,
    description: choice.formula,
    choice,
    ...(detail === undefined ? {} : { detail }),
  };
}
