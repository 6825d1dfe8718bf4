import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, hoversAt, openFile, run, select, until, workspaceFile } from './support/editor';
import { networkText } from './support/texts';

/** The editor that shows a document, once there is one. */
async function editorOf(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const find = () =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await until(vscode.window.onDidChangeVisibleTextEditors, () => find() !== undefined);
  const editor = find();
  assert.ok(editor);
  return editor;
}

async function notebookWith(source: string, language: string): Promise<vscode.NotebookCell> {
  const kind = vscode.NotebookCellKind.Code;
  const data = new vscode.NotebookData([new vscode.NotebookCellData(kind, source, language)]);
  const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
  await vscode.window.showNotebookDocument(notebook);
  return notebook.cellAt(0);
}

describe('texts of every kind', () => {
  afterEach(closeAllEditors);

  it('evaluates a cell of a notebook, and hovers over what is selected in it', async () => {
    const cell = await notebookWith('x = 1\nm = [[1, 2], [3, 4]]\n', 'python');
    const result = await run('nabla.evaluateSelection', {
      uri: cell.document.uri,
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 20 } },
    });
    assert.equal(result.kind, 'matrix');
    await vscode.commands.executeCommand('notebook.cell.edit');
    const editor = await editorOf(cell.document.uri);
    await select(editor, '[[1, 2], [3, 4]]');
    assert.match((await hoversAt(editor, '[[1, 2]')).join('\n'), /determinant/);
  });

  it('rewrites what is selected in a cell', async () => {
    const { document } = await notebookWith('m = [[1, 2], [3, 4]]', 'python');
    const range = new vscode.Range(0, 4, 0, 20);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const transpose = actions.find(({ title }) => title === 'Transpose the matrix');
    assert.ok(transpose?.edit);
    assert.ok(await vscode.workspace.applyEdit(transpose.edit));
    assert.equal(document.getText(), 'm = [[1, 3], [2, 4]]');
  });

  it('hovers over both sides of a diff', async () => {
    await openFile('before.txt', networkText);
    await openFile('after.txt', networkText.replace('y = 1', 'y = 0'));
    await closeAllEditors();
    const [before, after] = [workspaceFile('before.txt'), workspaceFile('after.txt')];
    await vscode.commands.executeCommand('vscode.diff', before, after, 'before and after');
    for (const [uri, loss] of [
      [before, /0\.160713/],
      [after, /0\.0937684/],
    ] as const) {
      const editor = await editorOf(uri);
      await select(editor, editor.document.getText());
      assert.match((await hoversAt(editor, 'W2')).join('\n'), loss);
    }
  });

  // An output channel is such a text too; the served VS Code has no native logger, so that its own stay empty.
  it('hovers over what is selected in a text of any scheme, which no one may edit', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('numbers', {
      provideTextDocumentContent: () => 'epoch 1\n[[1, 2], [3, 4]]\n',
    });
    try {
      const uri = vscode.Uri.from({ scheme: 'numbers', path: '/log' });
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await select(editor, '[[1, 2], [3, 4]]');
      assert.match((await hoversAt(editor, '[[1, 2]')).join('\n'), /determinant/);
    } finally {
      provider.dispose();
    }
  });

  it('pastes numbers as a matrix in the notation of the text', async () => {
    const { executeCommand } = vscode.commands;
    await vscode.env.clipboard.writeText('1\t2\n3\t4\n');
    const editor = await openFile('paste.py', 'm = ');
    editor.selection = new vscode.Selection(0, 4, 0, 4);
    await executeCommand('nabla.pasteAsMatrix');
    assert.equal(editor.document.getText().replace(/\s+/g, ' '), 'm = [[1, 2], [3, 4]]');
  });
});
