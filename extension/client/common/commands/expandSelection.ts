import { commands, type Disposable, Selection } from 'vscode';
import type { Evaluator } from '../connection/evaluate';
import type { Failures } from '../failures';
import { currentEditor } from '../panel/editors';
import { evaluateSubject } from '../subject';
import { rangeOf, spanOf } from '../text/spans';
import { commandNames } from './names';

/** Grows the selection from a number to its row, the matrix, the assignment, the whole value, the text. */
export function registerExpandSelection(evaluator: Evaluator, failures: Failures): Disposable {
  return commands.registerCommand(commandNames.expandSelection, async () => {
    const editor = currentEditor();
    if (editor === undefined) return;
    const { document, selection } = editor;
    const span = spanOf(document, selection);
    try {
      const answer = await evaluateSubject(
        evaluator,
        { kind: 'document', document, selections: [], as: 'auto', position: span.offset },
        { detail: { topic: 'expansion', selection: span } },
      );
      const detail = answer?.detail;
      if (detail === undefined || detail === null || !('span' in detail) || detail.span === null) return;
      const range = rangeOf(document, detail.span);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range);
    } catch (reason) {
      failures.report(reason);
    }
  });
}
