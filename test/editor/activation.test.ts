import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, hoversAt, openText, select, server } from './support/editor';

// The name of this file comes first: no other test has asked for the server yet.
describe('activation', () => {
  afterEach(closeAllEditors);

  it('starts no server, and neither does text that nobody asks about', async () => {
    const { state } = await server();
    assert.equal(state, 'idle');
    const editor = await openText('x = [1, 2, 3]');
    assert.deepEqual(await hoversAt(editor, '[1'), []);
    assert.equal((await server()).state, 'idle');
  });

  it('starts the server with the first selection that is hovered over', async () => {
    const editor = await openText('[[1, 2], [3, 4]]');
    await select(editor, '[[1, 2], [3, 4]]');
    assert.equal((await hoversAt(editor, '[[1')).length, 1);
    assert.equal((await server()).state, 'running');
  });

  it('asks for nothing but documents of any language', () => {
    const manifest: { readonly activationEvents: readonly string[] } | undefined =
      vscode.extensions.getExtension('nabla.nabla')?.packageJSON;
    assert.deepEqual(
      manifest?.activationEvents.filter(
        (event) => !/^on(Language|Command|View|WebviewPanel|Walkthrough)/.test(event),
      ),
      [],
    );
  });
});
