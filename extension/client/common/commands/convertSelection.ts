import {
  CancellationError,
  commands,
  type Disposable,
  env,
  l10n,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { Span } from '../../../../core/problem';
import type { ConversionAnswer, ConversionOffer } from '../../../protocol/details/conversion';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { currentEditor } from '../panel/editors';
import { evaluateSubject, type Subject } from '../subject';
import { rangeOf } from '../text/spans';
import { readArguments } from './arguments';
import { subjectOf } from './evaluate';
import { commandNames } from './names';

/** What the command returns to a caller that named a notation: nothing on screen changes then. */
export type Converted = Pick<ConversionAnswer, 'text' | 'losses' | 'lost'>;

/** Rewrites the selected value in another notation, as one edit, or copies it. */
export function registerConvertSelection(evaluator: Evaluator, failures: Failures): Disposable {
  return commands.registerCommand(
    commandNames.convertSelection,
    async (argument: unknown): Promise<Converted | undefined> => {
      const asked = await readArguments(argument, 'auto');
      const to = notationIn(argument);
      if (asked !== null && to !== null) {
        const { conversion } = await ask(evaluator, asked.subject, to);
        return { text: conversion.text, losses: conversion.losses, lost: conversion.lost };
      }
      const editor = currentEditor();
      const subject = asked?.subject ?? (editor === undefined ? null : subjectOf(editor, 'auto'));
      if (subject === null) {
        void window.showInformationMessage(l10n.t('Select a network, a distribution or a matrix first.'));
        return undefined;
      }
      try {
        await convert(evaluator, subject);
      } catch (reason) {
        if (!(reason instanceof CancellationError)) failures.report(reason);
      }
      return undefined;
    },
  );
}

async function convert(evaluator: Evaluator, subject: Subject): Promise<void> {
  const { conversion } = await ask(evaluator, subject, null);
  if (conversion.offers.length === 0) {
    void window.showWarningMessage(l10n.t('There is nothing here that another notation could hold.'));
    return;
  }
  const chosen = await choose(conversion.offers, subject.kind === 'document');
  if (chosen === null) return;
  const { conversion: converted } = await ask(evaluator, subject, chosen.name);
  if (converted.text === null) return;
  if (chosen.copies || subject.kind !== 'document') {
    await env.clipboard.writeText(converted.text);
    window.setStatusBarMessage(l10n.t('$(check) Nabla: copied'), 3000);
  } else await replace(subject, converted.span, converted.text);
  if (converted.lost.length > 0) void window.showInformationMessage(converted.lost.join(' '));
}

async function replace(
  { document }: Extract<Subject, { readonly kind: 'document' }>,
  span: Span,
  text: string,
): Promise<void> {
  const editor = await window.showTextDocument(document, { preserveFocus: true });
  await editor.edit((edit) => edit.replace(rangeOf(document, span), text));
}

interface Chosen {
  readonly name: string;
  readonly copies: boolean;
}

/** A list to pick from; the button beside an entry copies in place of replacing. */
function choose(offers: readonly ConversionOffer[], canReplace: boolean): Promise<Chosen | null> {
  type Entry = QuickPickItem & { readonly name: string };
  const copy = { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy') };
  return new Promise((resolve) => {
    const pick = window.createQuickPick<Entry>();
    pick.title = canReplace
      ? l10n.t('Replace the value by another notation')
      : l10n.t('Copy the value in another notation');
    pick.items = offers.map(({ name, label }) => ({ name, label, buttons: canReplace ? [copy] : [] }));
    const finish = (chosen: Chosen | null) => {
      resolve(chosen);
      pick.dispose();
    };
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      finish(item === undefined ? null : { name: item.name, copies: false });
    });
    pick.onDidTriggerItemButton(({ item }) => finish({ name: item.name, copies: true }));
    pick.onDidHide(() => finish(null));
    pick.show();
  });
}

async function ask(evaluator: Evaluator, subject: Subject, to: string | null) {
  const answer = await evaluateSubject(evaluator, subject, { detail: { topic: 'conversion', to } });
  if (answer?.detail === undefined || answer.detail === null || !('offers' in answer.detail))
    throw new Error('The language server gave no answer.');
  return { conversion: answer.detail };
}

function notationIn(argument: unknown): string | null {
  const to = typeof argument === 'object' && argument !== null && 'to' in argument ? argument.to : null;
  return typeof to === 'string' ? to : null;
}
