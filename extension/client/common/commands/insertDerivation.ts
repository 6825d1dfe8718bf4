import { commands, type Disposable, l10n, window } from 'vscode';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { currentEditor } from '../panel/editors';
import { derivationText, formatOf } from './derivationText';
import { subjectOf } from './evaluate';
import { commandNames } from './names';

/** Writes every equation of the selection below it, in the language of the file: Markdown or LaTeX. */
export function registerInsertDerivation(evaluator: Evaluator, failures: Failures): Disposable {
  return commands.registerCommand(commandNames.insertDerivation, async () => {
    const editor = currentEditor();
    const format = formatOf(editor?.document.languageId ?? '');
    if (editor === undefined || format === null) {
      void window.showInformationMessage(
        l10n.t('Equations are written into Markdown and LaTeX files. Elsewhere, copy them.'),
      );
      return;
    }
    try {
      const { document } = editor;
      const { version } = document;
      const derivation = await derivationText(evaluator, subjectOf(editor, 'auto'), format);
      if (derivation === null) {
        void window.showWarningMessage(l10n.t('There are no equations to write here.'));
        return;
      }
      if (document.version !== version) {
        void window.showWarningMessage(l10n.t('The text changed meanwhile, so nothing was written.'));
        return;
      }
      const line = lineBelow(
        document.getText(),
        document.positionAt(derivation.end).line,
        format === 'markdown',
      );
      const place = document.lineAt(Math.min(line, document.lineCount - 1)).range.end;
      await editor.edit((edit) => edit.insert(place, `\n\n${derivation.text.trimEnd()}\n`));
    } catch (reason) {
      failures.report(reason);
    }
  });
}

/** The line after which equations stand: behind the fence of a Markdown block that holds the selection. */
function lineBelow(text: string, line: number, isMarkdown: boolean): number {
  if (!isMarkdown) return line;
  const lines = text.split(/\r?\n/);
  const isFence = (index: number) => /^\s*(```|~~~)/.test(lines[index] ?? '');
  const fencesBefore = lines.slice(0, line + 1).filter((_, index) => isFence(index)).length;
  if (fencesBefore % 2 === 0) return line;
  const closing = lines.findIndex((_, index) => index > line && isFence(index));
  return closing < 0 ? line : closing;
}
