import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, run, type ServerView, server, until } from './support/editor';
import { networkJson, networkLoss } from './support/texts';

/** Only there is the server a process that can be ended from outside. */
const inNode = !('WorkerGlobalScope' in globalThis);

async function endServer(view: ServerView): Promise<void> {
  await run('nabla.evaluateSelection', { text: '[1, 2]' });
  const id = view.processId();
  assert.ok(id, 'the server is a process');
  const away = until(view.onDidChangeState, () => view.state !== 'running');
  process.kill(id, 'SIGKILL');
  await away;
}

if (inNode) {
  describe('the language server', () => {
    it('is started again after it went away, and answers as before', async () => {
      const view = await server();
      await endServer(view);
      assert.equal(view.state, 'restarting');
      const result = await run('nabla.computeGradients', { text: networkJson });
      assert.ok(result.kind === 'network');
      close(result.loss, networkLoss);
      assert.equal(view.state, 'running');
    });

    it('stays down after it went away too often, until a person starts it again', async () => {
      const view = await server();
      await vscode.commands.executeCommand('nabla.restartServer');
      for (let crash = 1; crash <= 5; crash += 1) await endServer(view);
      assert.equal(view.state, 'down');
      await assert.rejects(async () => run('nabla.evaluateSelection', { text: '[1]' }), /not running/);
      await vscode.commands.executeCommand('nabla.restartServer');
      assert.equal(view.state, 'running');
      assert.equal((await run('nabla.evaluateSelection', { text: '[1, 2]' })).kind, 'matrix');
    });
  });
}
