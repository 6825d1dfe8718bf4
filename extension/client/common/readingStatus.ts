import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { EvaluateAnswer } from '../../protocol/requests';
import { commandNames } from './commands/names';
import type { Evaluator } from './connection/evaluate';

/**
 * Says in the status bar how the selection was read that a hover or a command spoke of last, for as long as it
 * is selected. Nothing is evaluated for it.
 */
export function withReadingStatus(evaluator: Evaluator): Evaluator & Disposable {
  let item: StatusBarItem | undefined;

  function show({ reading }: EvaluateAnswer): void {
    if (reading === undefined || reading === null) {
      item?.hide();
      return;
    }
    item ??= window.createStatusBarItem('nabla.reading', StatusBarAlignment.Right, 90);
    item.name = l10n.t('Nabla Reading');
    item.text = `∇ ${reading.label}`;
    item.tooltip = [reading.notation, ...reading.choices].join('\n');
    item.command = commandNames.evaluateSelection;
    item.show();
  }

  const listeners = [
    window.onDidChangeTextEditorSelection(() => item?.hide()),
    window.onDidChangeActiveTextEditor(() => item?.hide()),
  ];
  return {
    async evaluate(text, question, token) {
      if (question.selections.length === 0) return evaluator.evaluate(text, question, token);
      const answer = await evaluator.evaluate(text, { ...question, reading: true }, token);
      const isInSight = window.activeTextEditor?.document.uri.toString() === text.uri.toString();
      if (answer !== null && isInSight && token?.isCancellationRequested !== true) show(answer);
      return answer;
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      item?.dispose();
    },
  };
}
