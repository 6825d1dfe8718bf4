import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openText, selectAll } from './support/editor';

describe('Convert Selection and Expand Selection', () => {
  afterEach(closeAllEditors);

  it('gives a caller the value in another notation, and what it could not keep', async () => {
    const answer = await vscode.commands.executeCommand('nabla.convertSelection', {
      text: '[1/3 2; 3 4]',
      to: 'csv',
    });
    assert.deepEqual(answer, {
      text: '0.3333333333333333,2\n3,4',
      losses: { fractions: 1 },
      lost: ['1 fraction became the nearest decimal.'],
    });
  });

  it('replaces the selection as one edit by the notation that is picked', async () => {
    const editor = await openText('A = [1 2; 3 4]');
    await selectAll(editor);
    const edited = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== editor.document) return;
        listener.dispose();
        resolve();
      });
    });
    void vscode.commands.executeCommand('nabla.convertSelection');
    const accepting = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      200,
    );
    try {
      await edited;
    } finally {
      clearInterval(accepting);
    }
    assert.equal(editor.document.getText(), '{\n  "A": [[1, 2],\n        [3, 4]]\n}');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'A = [1 2; 3 4]');
  });

  it('grows the selection from the cursor to the number, the row and the matrix', async () => {
    const editor = await openText('A = [[1, 2], [3, 45]]');
    const place = editor.document.positionAt(editor.document.getText().indexOf('5'));
    editor.selection = new vscode.Selection(place, place);
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await vscode.commands.executeCommand('nabla.expandSelection');
      seen.push(editor.document.getText(editor.selection));
    }
    assert.deepEqual(seen, ['45', '[3, 45]', '[[1, 2], [3, 45]]', 'A = [[1, 2], [3, 45]]']);
  });
});
