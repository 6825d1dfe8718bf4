import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, hoversAt, openText, run, selectAll } from './support/editor';

describe('a large selection', () => {
  afterEach(closeAllEditors);

  it('of 20 MB shows its first rows in a hover, and is answered by a command', async function () {
    this.timeout(60_000);
    const row = `[${Array.from({ length: 1000 }, (_, index) => `${(index % 10) / 10}1`).join(', ')}]`;
    const rows = Math.ceil(20_000_000 / row.length);
    const editor = await openText(`[${Array.from({ length: rows }, () => row).join(',\n')}]`);
    assert.ok(editor.document.getText().length > 20_000_000);
    await selectAll(editor);
    const said = (await hoversAt(editor, '[[')).join('\n');
    assert.match(said, /The first \d+ rows of a matrix with 1,000 columns/);
    assert.match(said, /command:nabla\.evaluateSelection/);
    const result = await run('nabla.evaluateSelection');
    assert.ok(result.kind === 'matrix', result.kind);
    assert.deepEqual(result.shape, [rows, 1000]);
  });

  it('is given up when the text changes meanwhile, and the server lives', async () => {
    const editor = await openText(`[${Array.from({ length: 400_000 }, (_, index) => index).join(', ')}]`);
    await selectAll(editor);
    const answer = vscode.commands.executeCommand('nabla.evaluateSelection');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await answer;
    assert.equal((await run('nabla.evaluateSelection', { text: '[1, 2]' })).kind, 'matrix');
  });
});
