import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DescentStepResult } from '../../extension/protocol/details/descentStep';
import { closeAllEditors, openFile, openText, select } from './support/editor';

const network =
  '{"layers": [{"weights": [["1/3", -0.50]], "biases": [1e-1]}], "input": [1, 2], "target": [0.25]}';
// δ = 1/3 − 1 + 0.1 − 0.25 = −49/60: each number moves by 0.1 · 49/60 times its input.
const stepped =
  '{"layers": [{"weights": [["83/200", -0.336667]], "biases": [1.81667e-1]}], "input": [1, 2], "target": [0.25]}';

async function step(argument?: unknown): Promise<DescentStepResult> {
  const result = await vscode.commands.executeCommand<DescentStepResult>('nabla.applyDescentStep', argument);
  assert.ok(result);
  return result;
}

describe('Apply Descent Step', () => {
  afterEach(closeAllEditors);

  it('replaces the numbers of the selection in their formats, and one undo takes all of it back', async () => {
    const editor = await openText(`before ${network} after`);
    await select(editor, network);
    const result = await step();
    assert.ok(result.applied && result.obstacle === null);
    assert.equal(editor.document.getText(), `before ${stepped} after`);
    assert.ok(Number(result.lossAfter) < Number(result.lossBefore));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `before ${network} after`);
  });

  it('answers a caller with plain data, and changes no text that is not of a document', async () => {
    const result = await step({ text: network });
    assert.equal(result.applied, false);
    assert.ok(result.obstacle === null);
    assert.deepEqual(
      result.edits.map(({ text }) => text),
      ['83/200', '-0.336667', '1.81667e-1'],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  });

  it('says why there is no step', async () => {
    const result = await step({ text: '{"layers": [{"weights": [[1]]}], "input": [1], "target": [1]}' });
    assert.equal(result.obstacle, 'flat');
    assert.equal(result.applied, false);
  });

  it('writes nothing to a text that changed while it was computed', async () => {
    const { document } = await openText(network);
    const answer = step({ uri: document.uri });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), ' ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal((await answer).applied, false);
    assert.equal(document.getText(), ` ${network}`);
  });

  it('is offered in a Nabla file', async () => {
    const { document } = await openFile('step.nabla.json', network);
    const range = new vscode.Range(0, 3, 0, 3);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const offered = actions.find(({ command }) => command?.command === 'nabla.applyDescentStep');
    assert.equal(offered?.title, 'Apply one descent step (η = 0.1)');
    await step(offered?.command?.arguments?.[0]);
    assert.equal(document.getText(), stepped);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
