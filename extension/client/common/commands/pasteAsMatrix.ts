import {
  CancellationError,
  commands,
  type Disposable,
  env,
  l10n,
  type TextDocument,
  Uri,
  window,
} from 'vscode';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { evaluateSubject } from '../subject';
import { isInNablaFence, textOfString } from '../text/source';
import { commandNames } from './names';

/** The notation that a language writes its matrices in, by the names of `core/text/notations/writers`. */
const notations: Readonly<Record<string, string>> = {
  python: 'python',
  matlab: 'octave',
  octave: 'octave',
  julia: 'julia',
  r: 'r',
  wolfram: 'mathematica',
  mathematica: 'mathematica',
  maxima: 'maxima',
  latex: 'latex',
  tex: 'latex',
  c: 'c',
  cpp: 'c',
  csharp: 'c',
  java: 'c',
  csv: 'csv',
  tsv: 'tsv',
  markdown: 'markdown',
  yaml: 'yaml',
};

/** Pastes numbers that were copied anywhere as a matrix in the notation of the text that they come to. */
export function registerPasteAsMatrix(evaluator: Evaluator, failures: Failures): Disposable {
  return commands.registerCommand(commandNames.pasteAsMatrix, async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      void window.showInformationMessage(l10n.t('Open a text to paste into first.'));
      return;
    }
    try {
      const { document } = editor;
      const text = await matrixIn(evaluator, await env.clipboard.readText(), notationOf(document, editor));
      if (text === null) {
        void window.showWarningMessage(l10n.t('There are no numbers on the clipboard that make a matrix.'));
        return;
      }
      await editor.edit((edit) => {
        for (const selection of editor.selections) edit.replace(selection, text);
      });
    } catch (reason) {
      if (!(reason instanceof CancellationError)) failures.report(reason);
    }
  });
}

function notationOf(
  document: TextDocument,
  { selection }: { readonly selection: { readonly active: Parameters<TextDocument['offsetAt']>[0] } },
): string {
  if (isInNablaFence(document, document.offsetAt(selection.active))) return 'json';
  return notations[document.languageId] ?? 'json';
}

/** Null where the text holds no numbers, or the notation has no form for them. */
async function matrixIn(evaluator: Evaluator, copied: string, to: string): Promise<string | null> {
  if (copied.trim() === '') return null;
  const text = textOfString(Uri.from({ scheme: 'nabla-text', path: '/clipboard' }), copied);
  const subject = { kind: 'text', text, selections: [], as: 'matrix' } as const;
  const answer = await evaluateSubject(evaluator, subject, { detail: { topic: 'conversion', to } });
  const detail = answer?.detail;
  return detail !== undefined && detail !== null && 'offers' in detail ? detail.text : null;
}
