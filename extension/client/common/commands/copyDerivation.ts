import { commands, type Disposable, env, l10n, window } from 'vscode';
import type { DocumentFormat } from '../../../../core/derivation/document';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import type { Subject } from '../subject';
import { derivationText, formatOf } from './derivationText';
import { commandNames } from './names';
import { subjectToCopy } from './subjectToCopy';

/**
 * Puts every equation of the selection, or of what the panel shows, on the clipboard. `format` of the
 * argument is "latex" or "markdown"; without it the file decides, and where it is neither, the person.
 */
export function registerCopyDerivation(
  evaluator: Evaluator,
  failures: Failures,
  lastSubject: () => Subject | null,
): Disposable {
  return commands.registerCommand(commandNames.copyDerivation, async (argument: unknown) => {
    const { subject, editor } = await subjectToCopy(argument, lastSubject);
    if (subject === null) {
      void window.showInformationMessage(l10n.t('Select a network or a distribution first.'));
      return undefined;
    }
    const format =
      givenFormat(argument) ?? formatOf(editor?.document.languageId ?? '') ?? (await chooseFormat());
    if (format === undefined) return undefined;
    try {
      const derivation = await derivationText(evaluator, subject, format);
      if (derivation === null) {
        void window.showWarningMessage(l10n.t('There are no equations to write here.'));
        return undefined;
      }
      await env.clipboard.writeText(derivation.text);
      window.setStatusBarMessage(l10n.t('$(check) Nabla: equations copied'), 3000);
      return derivation.text;
    } catch (reason) {
      failures.report(reason);
      return undefined;
    }
  });
}

function givenFormat(argument: unknown): DocumentFormat | undefined {
  const format =
    typeof argument === 'object' && argument !== null && 'format' in argument ? argument.format : null;
  return format === 'latex' || format === 'markdown' ? format : undefined;
}

async function chooseFormat(): Promise<DocumentFormat | undefined> {
  const formats: readonly { readonly label: string; readonly format: DocumentFormat }[] = [
    { label: 'LaTeX', format: 'latex' },
    { label: 'Markdown', format: 'markdown' },
  ];
  const chosen = await window.showQuickPick(formats, { placeHolder: l10n.t('Copy the equations as') });
  return chosen?.format;
}
