import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  close,
  closeAllEditors,
  openExample,
  openText,
  run,
  select,
  selectAll,
  until,
  workspaceFile,
} from './support/editor';
import { distributionText, klPQ, klQP, networkJson, networkLoss, networkText } from './support/texts';

function panels(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('nabla.panel'));
}

describe('the commands', () => {
  afterEach(closeAllEditors);

  it('answer loss and gradients of a text, and show nothing', async () => {
    for (const text of [networkJson, networkText]) {
      const result = await run('nabla.computeGradients', { text });
      assert.ok(result.kind === 'network');
      close(result.loss, networkLoss);
      close(result.gradients?.weights[0]?.[0]?.[1], -0.11871944641765922);
      close(result.gradients?.biases[1]?.[0], -0.19926709771077422);
    }
    assert.equal(panels().length, 0);
  });

  it('answer divergences of a text, with their exact form', async () => {
    const result = await run('nabla.computeDivergence', { text: distributionText });
    assert.ok(result.kind === 'distribution');
    close(result.klPQ, klPQ);
    close(result.klQP, klQP);
    assert.deepEqual(result.exact.klPQ?.terms, [
      { prime: 2, coefficient: '32/25' },
      { prime: 3, coefficient: '11/5' },
      { prime: 5, coefficient: '-2' },
    ]);
  });

  it('take a range of a file in every form that callers have', async () => {
    const uri = workspaceFile('exercises.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const start = document.getText().indexOf(distributionText);
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + distributionText.length),
    );
    const position = ({ line, character }: vscode.Position) => ({ line, character });
    for (const argument of [
      { uri, range },
      { uri: uri.toString(), range: { start: position(range.start), end: position(range.end) } },
      { uri: uri.toString(), range: [position(range.start), position(range.end)] },
      { uri: uri.toString(), range: { start, end: start + distributionText.length } },
    ]) {
      const result = await run('nabla.computeDivergence', argument);
      assert.ok(result.kind === 'distribution', JSON.stringify(argument));
      close(result.klPQ, klPQ);
    }
  });

  it('take a whole file where no range is given', async () => {
    const result = await run('nabla.showNetwork', { uri: workspaceFile('exercise-1.nabla.json') });
    assert.ok(result.kind === 'network');
    close(result.loss, networkLoss);
  });

  it('refuse an argument of another form', async () => {
    await assert.rejects(
      async () => vscode.commands.executeCommand('nabla.showNetwork', { file: 'x' }),
      /take/,
    );
  });

  it('take what is selected, and open the panel beside the text without taking the focus', async () => {
    const editor = await openExample('exercises.md');
    await select(editor, networkText.slice(0, networkText.indexOf('\nactivation')));
    const result = await run('nabla.showNetwork');
    assert.equal(result.kind, 'network');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => panels().length === 1);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('open one panel, however often they run', async () => {
    const editor = await openText(networkText);
    await selectAll(editor);
    await run('nabla.showNetwork');
    await run('nabla.computeGradients');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => panels().length > 0);
    assert.equal(panels().length, 1);
  });

  it('take two selections for P and Q', async () => {
    const editor = await openText('before [0.36, 0.48, 0.16] between ["1/3", "1/3", "1/3"] after');
    await select(editor, '["1/3", "1/3", "1/3"]', '[0.36, 0.48, 0.16]');
    const result = await run('nabla.computeDivergence');
    assert.ok(result.kind === 'distribution');
    close(result.klPQ, klPQ, 1e-9);
    close(result.klQP, klQP, 1e-9);
  });

  it('take the value around the cursor where nothing is selected', async () => {
    const editor = await openText(`some prose\n\n${networkJson}\n\nmore prose`);
    const at = editor.document.positionAt(editor.document.getText().indexOf('0.6'));
    editor.selection = new vscode.Selection(at, at);
    const result = await run('nabla.showNetwork');
    assert.ok(result.kind === 'network');
    close(result.loss, networkLoss);
  });

  it('take the file where no value stands around the cursor', async () => {
    const editor = await openText(`${networkText}\n\n`);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    const result = await run('nabla.showNetwork');
    assert.ok(result.kind === 'network');
    close(result.loss, networkLoss);
  });

  it('say why and where, of what cannot be evaluated', async () => {
    const result = await run('nabla.showNetwork', { text: '{"layers": [{"weights": [[1, 2], [3]]}]}' });
    assert.equal(result.kind, 'error');
    const [problem] = result.problems;
    assert.equal(problem?.code, 'ragged');
    assert.ok((problem?.message.length ?? 0) > 10);
    assert.equal(problem?.line, 1);
  });

  it('always answer: for nothing, for prose, for broken JSON', async () => {
    for (const text of [
      '',
      '   ',
      'some prose',
      '{"layers": [',
      '{"layers": "x"}',
      ']',
      '\u0000',
      '[[1, 2], [3, NaN]]',
    ]) {
      for (const command of ['showNetwork', 'computeGradients', 'computeDivergence', 'evaluateSelection']) {
        const result = await run(`nabla.${command}`, { text });
        assert.ok(
          result.kind !== 'error' || result.problems.length > 0,
          `${command} of ${JSON.stringify(text)}`,
        );
      }
    }
  });

  it('never change the document', async () => {
    const editor = await openText(networkText);
    await selectAll(editor);
    const { version } = editor.document;
    for (const command of ['showNetwork', 'computeGradients', 'evaluateSelection'])
      await run(`nabla.${command}`);
    assert.equal(editor.document.version, version);
  });
});
