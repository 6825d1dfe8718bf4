import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, closeAllEditors, hoversAt, openText, run, select, until } from './support/editor';

describe('the study of an activation', () => {
  afterEach(closeAllEditors);

  it('is answered for a text, with its table of variations', async () => {
    const result = await run('nabla.studyActivation', { text: 'softplus(beta=2)' });
    assert.ok(result.kind === 'activation');
    assert.equal(result.derivative, '1/(1 + e^(−2 x))');
    assert.deepEqual(result.variations?.signs, [1, 1]);
    close(result.reluGap?.value, Math.LN2 / 2);
  });

  it('stands in the hover over its selected name, in any file', async () => {
    const editor = await openText('a layer with\nsoftplus\nafter it');
    await select(editor, 'softplus');
    const hovers = await hoversAt(editor, 'softplus');
    assert.ok(hovers.some((hover) => hover.includes('φ′') && hover.includes('data:image/svg+xml')));
  });

  it('opens in the panel for a link that shows it', async () => {
    const result = await run('nabla.studyActivation', { text: 'relu', show: true });
    assert.ok(result.kind === 'activation');
    assert.equal(result.kinks?.[0]?.at, 0);
    const isOpen = () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      );
    await until(vscode.window.tabGroups.onDidChangeTabs, isOpen);
  });
});
