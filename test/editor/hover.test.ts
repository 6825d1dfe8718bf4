import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  hoversAt,
  openExample,
  openFile,
  openText,
  run,
  select,
  selectAll,
} from './support/editor';
import { distributionText, networkJson, networkText } from './support/texts';

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('nabla').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('the hover', () => {
  afterEach(closeAllEditors);

  it('says the loss of a network selected in an untitled text', async () => {
    const editor = await openText(networkText);
    await selectAll(editor);
    const hovers = await hoversAt(editor, 'W2');
    assert.equal(hovers.length, 1);
    assert.match(hovers[0] ?? '', /0\.160713/);
  });

  it('says the divergences of distributions selected in a Markdown file', async () => {
    const editor = await openExample('exercises.md');
    await select(editor, distributionText);
    const said = (await hoversAt(editor, 'P = [9/25')).join('\n');
    assert.match(said, /0\.085300/);
    assert.match(said, /0\.097455/);
  });

  it('says the divergences of two families, and how they were got', async () => {
    const editor = await openExample('exercises.md');
    await select(editor, 'KL(normal(0, 1) || laplace(0, 2))');
    const said = (await hoversAt(editor, 'KL(normal')).join('\n');
    assert.match(said, /0\.366298/);
    assert.match(said, /2\.53264/);
    assert.match(said, /closed&nbsp;form/);
  });

  it('says the same in any language', async () => {
    for (const language of ['python', 'ini', 'log']) {
      const editor = await openText(`net = ${networkJson}`, language);
      await select(editor, networkJson);
      const said = (await hoversAt(editor, '"layers"')).join('\n');
      assert.match(said, /0\.160713/, language);
    }
  });

  it('takes two selections for P and Q, the upper one for P', async () => {
    const editor = await openText('[0.36, 0.48, 0.16]\nbetween them some prose\n["1/3", "1/3", "1/3"]');
    await select(editor, '["1/3", "1/3", "1/3"]', '[0.36, 0.48, 0.16]');
    assert.match((await hoversAt(editor, '[0.36')).join('\n'), /0\.085300/);
  });

  it('says the layer around a place in a Nabla file, with the loss of its network, with nothing selected', async () => {
    const editor = await openExample('exercise-1.nabla.json');
    assert.match((await hoversAt(editor, '"softplus"')).join('\n'), /0\.160713/);
  });

  it('says the derivative by the weight that it points at', async () => {
    const editor = await openExample('exercise-1.nabla.json');
    assert.match((await hoversAt(editor, '-0.5')).join('\n'), /0\.233081/);
  });

  it('offers the network that a selected matrix makes with what stands around it', async () => {
    const parts = ['W1 = [[0.1, 0.2], [0.3, 0.4]]', 'b1 = [0.5, 0.6]', 'W2 = [[0.7, -0.8]]', 'x = [1, 2]'];
    const editor = await openText(`${parts.join('\nprint("between", [[1], [2, 3]])\n')}\n`, 'python');
    await select(editor, '[[0.1, 0.2], [0.3, 0.4]]');
    assert.match((await hoversAt(editor, '[[0.1')).join('\n'), /W1, b1, W2 and x make a network/);
    const text = editor.document.getText();
    const ranges = parts.map((part) => ({ offset: text.indexOf(part), length: part.length }));
    const result = await run('nabla.showNetwork', { uri: editor.document.uri, ranges });
    assert.ok(result.kind === 'network');
    assert.equal(result.layers?.length, 2);
  });

  it('is silent over selected prose', async () => {
    const editor = await openText('The quick brown fox jumps over 13 lazy dogs in 2 gardens.');
    await selectAll(editor);
    assert.deepEqual(await hoversAt(editor, 'quick'), []);
  });

  it('is silent over numbers that are not selected, unless they are wanted everywhere', async () => {
    const editor = await openText('[[1, 2], [3, 4]]');
    assert.deepEqual(await hoversAt(editor, '[1, 2]'), []);
    await set('hover.everywhere', true);
    try {
      assert.equal((await hoversAt(editor, '[1, 2]')).length, 1);
    } finally {
      await set('hover.everywhere', undefined);
    }
  });

  it('is silent where it is switched off', async () => {
    await set('hover.enabled', false);
    try {
      const editor = await openText(networkText);
      await selectAll(editor);
      assert.deepEqual(await hoversAt(editor, 'W2'), []);
    } finally {
      await set('hover.enabled', undefined);
    }
  });

  it('says what is wrong with numbers that were meant', async () => {
    const editor = await openText('[[1, 2], [3]]');
    await selectAll(editor);
    assert.equal((await hoversAt(editor, '[1, 2]')).length, 1);
  });

  it('answers of the text as it is now', async () => {
    const editor = await openFile('hover.nabla.json', networkJson);
    assert.match((await hoversAt(editor, '"layers"')).join('\n'), /0\.160713/);
    const { document } = editor;
    const at = document.getText().indexOf('"target":[1]') + '"target":['.length;
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + 1)), '0'),
    );
    const said = (await hoversAt(editor, '"layers"')).join('\n');
    assert.doesNotMatch(said, /0\.160713/);
    assert.match(said, /0\.0937684/);
  });
});
